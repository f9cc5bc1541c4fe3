"""The administration: for staff whose session was opened with a second factor, and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class Administration(AdminSite):
    """Signing in, signing out and changing a password are the account's pages, the same for everybody."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this is staff, and a second factor opened this session."""
        return super().has_permission(request) and has_second_factor(request)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """A page of the administration; for who is no staff there is none."""
        for_staff = super().admin_view(view, cacheable)

        @wraps(for_staff)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.is_authenticated and not request.user.is_staff:
                raise Http404
            return for_staff(request, *args, **kwargs)

        return cast("View", guarded)

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Where to go to get in: to sign in, to set up a second factor, to give it. For others there is nothing."""
        if not request.user.is_authenticated:
            return redirect_to_login(wanted(request), reverse(settings.LOGIN_URL))
        if not request.user.is_staff:
            raise Http404
        if has_second_factor(request):
            return HttpResponseRedirect(wanted(request))
        if not is_mfa_enabled(request.user):
            return redirect("mfa_index")
        has_app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        return redirect_to_login(
            wanted(request), reverse("mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn")
        )

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """To the page where everybody signs out."""
        return redirect("account_logout")

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """To the page where everybody changes their password."""
        return redirect("account_change_password")


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor, or proved one since, and there still is one."""
    if not hasattr(request, "second_factor"):  # a page asks several times
        records = get_authentication_records(request, request.user)
        proved = any(record["method"] == "mfa" for record in records)
        request.second_factor = proved and is_mfa_enabled(request.user)  # type: ignore[attr-defined]
    return bool(request.second_factor)  # type: ignore[attr-defined]


def to_second_factor(request: HttpRequest) -> HttpResponse:
    """To where staff give their second factor, and back to the page they asked for."""
    return redirect_to_login(request.get_full_path(), reverse("admin:login"))


def wanted(request: HttpRequest) -> str:
    """The page of this site to go on to."""
    address = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else reverse("admin:index")
