from django.http import FileResponse, Http404
from django.utils.csp import CSP

from exercises.models import Picture

HEADERS = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": f"default-src {CSP.NONE}; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def picture_response(picture: Picture) -> FileResponse:
    """Only ever a WebP, whatever somebody put into the folder."""
    try:
        file = picture.file.open()
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        as_attachment=True,
        filename="picture.webp",
        content_type="image/webp",
        headers=HEADERS,
    )
