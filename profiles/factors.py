"""What this site does otherwise than django-allauth on the pages of second factors."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.mfa.webauthn.internal.flows import remove_authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from careerquiz.client import address_of
from profiles.models import Event


class PasskeySignInView(LoginWebAuthnView):
    """Sign in with a passkey alone: the script asks here what to sign, and sends what was signed."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What to sign, as JSON. Each asking makes a session, so it is counted as an attempt is."""
        if not ratelimit.consume(request, app="allauth.mfa", action="webauthn_login", limit_get=True):
            return ratelimit.respond_429(request)  # type: ignore[no-any-return]
        return JsonResponse({"request_options": begin_authentication(user=None)})

    def form_invalid(self, form: Form) -> HttpResponse:
        """Back to the page it came from, with a word why, and still on the way to where it led."""
        Event.objects.record("sign-in-refused", address=address_of(self.request))
        return back(self.request, form, "account_login")


class PasskeyAgainView(ReauthenticateWebAuthnView):
    """Prove who one is by a passkey."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Back to the same page."""
        return back(self.request, form, "mfa_reauthenticate_webauthn")


def back(request: HttpRequest, form: Form, name: str) -> HttpResponse:
    """To a page again, with what is wrong as a message."""
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    address, onward = reverse(name), request.POST.get("next") or request.GET.get("next")
    return redirect(f"{address}?{urlencode({'next': onward})}" if onward else address)


def to_factors(request: HttpRequest) -> HttpResponse:
    """The passkeys are listed among the second factors."""
    return redirect("mfa_index")


@reauthentication_required
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more; POST removes it, unless it is the last that staff have."""
    mine = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    passkey = get_object_or_404(mine, pk=pk)
    is_needed = not get_adapter().can_delete_authenticator(passkey)
    if request.method == "POST" and not is_needed:
        remove_authenticator(request, passkey)
        return redirect("mfa_index")
    return render(request, "mfa/webauthn/remove.html", {"passkey": passkey, "is_needed": is_needed})


@reauthentication_required
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Those that were not used yet. django-allauth would note, upon a GET, that they were seen."""
    return render(request, "mfa/recovery_codes/index.html", {"codes": codes_of(request)})


@reauthentication_required
def recovery_codes_file(request: HttpRequest) -> HttpResponse:
    """The same as a file, one a line."""
    headers = {"Content-Disposition": 'attachment; filename="careerquiz-recovery-codes.txt"'}
    return HttpResponse(
        "".join(f"{code}\n" for code in codes_of(request)), content_type="text/plain; charset=utf-8", headers=headers
    )


def codes_of(request: HttpRequest) -> list[str]:
    """The recovery codes that a person can still use. 404 where they have no second factor."""
    found = get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.RECOVERY_CODES)
    codes: list[str] = found.wrap().get_unused_codes()
    return codes
