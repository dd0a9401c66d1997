from django import template
from django.utils.safestring import SafeString

from exercises import prose as markdown

register = template.Library()


@register.filter
def prose(text: str) -> SafeString:
    """Markdown as safe HTML, for text that cites nothing."""
    return markdown.render(text)
