from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    return {
        "site_name": settings.SITE_NAME,
        "support_email": settings.SUPPORT_EMAIL,
        "emergency_number": settings.EMERGENCY_NUMBER,
        "demo": settings.DEMO,
    }
