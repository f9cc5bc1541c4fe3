"""The pages of an account that are ours: what it is, where it is signed in, all its data, its end."""

from typing import cast

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.logout import logout
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careerquiz.client import address_of
from careerquiz.limits import DATA, limited
from profiles import data
from profiles.devices import device_of
from profiles.forms import ProfileForm
from profiles.models import Event, User
from profiles.sessions import end_sessions

require_form = require_http_methods(["GET", "HEAD", "POST"])


def me(request: HttpRequest) -> User:
    """Who is signed in; every page here asks for that."""
    return cast("User", request.user)


@require_form
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """One's name and language, and the way to everything else about the account."""
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=me(request).pk))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("account")
    return render(request, "account/account.html", {"form": form, "has_factor": is_mfa_enabled(me(request))})


@require_safe
@never_cache
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    found = [(one, device_of(one.user_agent), one.is_current()) for one in open_sessions(request)]
    return render(request, "account/sessions.html", {"sessions": found})


def open_sessions(request: HttpRequest) -> list[UserSession]:
    """Those that have not ended, this one first, then the newest."""
    mine = UserSession.objects.filter(user=me(request)).order_by("-created_at", "-pk")
    keys = Session.objects.filter(session_key__in=mine.values("session_key"), expire_date__gt=timezone.now())
    still_open = set(keys.values_list("session_key", flat=True))
    return sorted((one for one in mine if one.session_key in still_open), key=lambda one: not one.is_current())


@require_POST
@never_cache
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out somewhere else, or here."""
    session = get_object_or_404(UserSession, pk=number, user=me(request))
    if session.is_current():
        session.delete()
        logout(request)
        return redirect("home")
    session.end()
    Event.objects.record("sessions-ended", me(request), address=address_of(request))
    messages.success(request, _("That session has ended."))
    return redirect("sessions")


@require_POST
@never_cache
def end_all(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere, here too."""
    Event.objects.record("sessions-ended", me(request), address=address_of(request))
    end_sessions(me(request))
    logout(request)
    return redirect("home")


@require_safe
@never_cache
@reauthentication_required
@limited(DATA)
def data_file(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about oneself."""
    Event.objects.record("data", me(request), address=address_of(request))
    return data.as_file(data.data_of(me(request)))


@require_form
@never_cache
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """Ask once more; POST removes the account and all about its person."""
    if request.method != "POST":
        return render(request, "account/erase.html")
    data.erase(me(request))
    request.session.flush()
    return redirect("deleted")
