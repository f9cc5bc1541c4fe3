"""Staff accounts in the administration. What is done about people, and who looks at them, is written to the log."""

from collections.abc import Callable, Iterable
from copy import copy
from functools import wraps
from typing import Any

from allauth.account import admin as _addresses  # noqa: F401 (registers what is unregistered below)
from allauth.account.models import EmailAddress
from allauth.mfa import admin as _factors  # noqa: F401
from allauth.mfa.models import Authenticator
from allauth.usersessions import admin as _sessions  # noqa: F401
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin as BaseGroupAdmin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from careerquiz.client import address_of
from careerquiz.lookups import PlainLookups
from profiles import data
from profiles import event_admin as _events  # noqa: F401 (registers the log)
from profiles.models import Event, User
from profiles.sessions import end_sessions

RIGHTS = {"is_active", "is_staff", "is_superuser", "groups", "user_permissions"}
View = Callable[..., HttpResponse]

# Addresses, factors and sessions are their owner's: an administrator ends sessions here, and resets factors by command.
for model in (Group, EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)


def note(request: HttpRequest, what: str, **about: Any) -> None:
    """Write down what an administrator does."""
    Event.objects.record(what, request.user, address=address_of(request), **about)


def noted(view: View) -> View:
    """A page about one person: that it was looked at is written down."""

    @wraps(view)
    def shown(self: "UserAdmin", request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(self, request, object_id, *args, **kwargs)
        if request.method != "POST" and response.status_code == 200:
            note(request, "looked", about=self.get_object(request, unquote(object_id)))
        return response

    return shown


def nameless(person: User) -> User:
    """The person as the administration's own log may name them, which outlives them: by their number."""
    unnamed = copy(person)
    unnamed.display_name = str(person.uuid)
    return unnamed


@admin.register(User)
class UserAdmin(PlainLookups, BaseUserAdmin):
    """People, by their address."""

    ordering = ["email"]
    list_display = ["email", "display_name", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]
    search_fields = ["email", "display_name"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["display_name", "language", "last_login", "date_joined"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "usable_password", "password1", "password2"]}),
    ]

    change_view = noted(BaseUserAdmin.change_view)
    history_view = noted(BaseUserAdmin.history_view)
    delete_view = noted(BaseUserAdmin.delete_view)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list of everybody."""
        response = super().changelist_view(request, extra_context)
        if request.method != "POST" and response.status_code == 200:
            note(request, "looked")
        return response

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Set somebody's password: it ends their sessions, or one's own but this one."""
        old = self.get_object(request, unquote(id))
        response = super().user_change_password(request, id, form_url)  # 404 for nobody
        person = User.objects.get(pk=unquote(id))
        if old and old.password == person.password:
            note(request, "looked", about=person)
            return response
        if person == request.user:
            UserSession.objects.create_from_request(request)  # its key is new
        end_sessions(person, but=request.session.session_key)
        note(request, "password", about=person)
        return response

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        """Save. An address given here is proved by its mail like any other, and the one before opens nothing more."""
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            EmailAddress.objects.filter(user=obj).exclude(email=obj.email).delete()
            EmailAddress.objects.get_or_create(user=obj, email=obj.email, defaults={"primary": True})
            note(request, "address", about=obj)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """Save rights too, write down that they changed, and sign out who may sign in no longer."""
        super().save_related(request, form, formsets, change)
        if RIGHTS.intersection(form.changed_data):
            note(request, "rights", about=form.instance)
        if not form.instance.is_active:
            end_sessions(form.instance)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What goes with somebody: the log of them too, of which nobody may erase a line by hand."""
        to_delete, counts, needed, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, needed - {Event._meta.verbose_name}, protected

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        """Erase somebody, as they could themselves."""
        data.erase(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """The same for several."""
        for person in queryset:
            data.erase(person)

    def log_addition(self, request: HttpRequest, obj: User, message: Any) -> LogEntry:
        """A line that names nobody."""
        return super().log_addition(request, nameless(obj), message)

    def log_change(self, request: HttpRequest, obj: User, message: Any) -> LogEntry:
        """A line that names nobody."""
        return super().log_change(request, nameless(obj), message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[User]) -> list[LogEntry]:
        """Lines that name nobody."""
        return super().log_deletions(request, [nameless(person) for person in queryset])  # type: ignore[arg-type]


@admin.register(Group)
class GroupAdmin(PlainLookups, BaseGroupAdmin):
    """Groups, by their names."""

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """Save the rights of a group, and write down that they changed."""
        super().save_related(request, form, formsets, change)
        if form.changed_data:
            note(request, "rights", subject=f"group {form.instance.pk}")

    def delete_model(self, request: HttpRequest, obj: Group) -> None:
        """Its members lose the rights it gave them."""
        note(request, "rights", subject=f"group {obj.pk}")
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Group]) -> None:
        """The same for several."""
        for group in queryset:
            self.delete_model(request, group)
