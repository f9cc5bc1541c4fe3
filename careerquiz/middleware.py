"""Headers that tell a browser what our pages may do."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class PolicyMiddleware:
    """Set the Content-Security-Policy that `SECURE_CSP` describes.

    The setting has the name and the shape that Django 6 gives it, so that this class can go when Django sets it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {' '.join(sources)}" for name, sources in settings.SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to a response."""
        response = self.get_response(request)
        if response.status_code >= 300 and response.status_code != 304:
            add_never_cache_headers(response)  # a redirect or an error may name a secret link
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
