"""What this site adds to the pages of django-allauth."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import ConfirmEmailView
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


class ConfirmView(ConfirmEmailView):
    """Confirm an address. Opening the link of somebody else's account signs nobody out, confirming it does."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm. A link that was used, as by a second click, is told so on the page itself."""
        try:
            return super().post(*args, **kwargs)  # type: ignore[no-any-return]
        except Http404:
            return self.get(*args, **kwargs)  # type: ignore[no-any-return]

    def logout_other_user(self, confirmation: Any) -> None:
        """Leave the session alone until something is sent."""
        if self.request.method == "POST":
            super().logout_other_user(confirmation)


def page(view: View) -> View:
    """A page of an account: in no cache and no search; asked for its head it does what it does when it is read."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        method = request.method
        request.method = "GET" if method == "HEAD" else method  # which django-allauth would count as an attempt
        try:
            response = view(request, *args, **kwargs)
        except ReauthenticationRequired:
            response = prove_first(request)
        finally:
            request.method = method
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def prove_first(request: HttpRequest) -> HttpResponse:
    """To where one proves who one is, and back; nothing that was sent is kept, cookies least of all."""
    way = get_adapter().get_reauthentication_methods(request.user)[0]
    return redirect_to_login(request.get_full_path(), way["url"])
