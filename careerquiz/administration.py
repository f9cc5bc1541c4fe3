"""The administration: for staff whose session was opened with a second factor, and nobody else."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache


class Administration(AdminSite):
    """Signing in, signing out and changing a password are the account's pages, the same for everybody."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this is staff, and a second factor opened this session."""
        return super().has_permission(request) and has_second_factor(request)

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
        if is_mfa_enabled(request.user):
            return redirect_to_login(wanted(request), reverse("mfa_reauthenticate"))
        return redirect("mfa_index")

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
    """Whether this session was opened with a second factor, or proved one since."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def wanted(request: HttpRequest) -> str:
    """The page of this site to go on to."""
    address = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else reverse("admin:index")
