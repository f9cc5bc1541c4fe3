"""Headers that tell a browser what our pages may do, and the names that the site answers to."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.common import CommonMiddleware
from django.urls import resolve
from django.utils.cache import add_never_cache_headers

# What machines ask.
SIGNS_OF_LIFE = {"/livez", "/readyz", "/metrics"}
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


class NameMiddleware(CommonMiddleware):
    """Refuse requests to a host that is not in ALLOWED_HOSTS, but for the signs of life.

    Machines ask for those by whatever address they know; no name is in the answers, so a wrong one leads nobody astray.
    They are answered here, before anything asks who the visitor is, which asks the database.
    """

    def process_request(self, request: HttpRequest) -> HttpResponse | None:  # type: ignore[override]  # not only a redirect
        """A sign of life; otherwise what Django does: ask for the host, add a slash."""
        if request.path_info not in SIGNS_OF_LIFE:
            return super().process_request(request)
        request.resolver_match = resolve(request.path_info)
        response: HttpResponse = request.resolver_match.func(request)
        return response
