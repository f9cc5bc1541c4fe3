"""A person who signs in, and the log of what matters; nothing here knows of assessments."""

import logging
import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerquiz.lengths import at_most

events = logging.getLogger("careerquiz.events")


class UserManager(BaseUserManager["User"]):
    """Makes users; their e-mail address is their name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person. Without a password they cannot sign in with one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator; only ever done on purpose, from the command line, by who vouches for the address."""
        from allauth.account.models import EmailAddress  # noqa: PLC0415 (it names this model)

        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        EmailAddress.objects.using(self._db).create(user=user, email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a person by the address they typed, whatever its capitals."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # how logs and lists name them
    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(_("display name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="fr")
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    date_joined = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    warned = models.DateTimeField(_("told that the account will be erased"), null=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower"),
            models.CheckConstraint(condition=models.Q(language__in=["fr", "en"]), name="user_language_known"),
            at_most("user_display_name_fits", display_name=80),
        ]

    def __str__(self) -> str:
        return self.display_name or self.email

    def get_short_name(self) -> str:
        """How the administration greets them."""
        return str(self)

    def clean(self) -> None:
        """Keep addresses in small letters, so that one person has one account."""
        self.email = self.email.strip().lower()


EVENTS = [
    ("sign-up", _("signed up")),
    ("sign-in", _("signed in")),
    ("sign-in-refused", _("sign-in refused")),
    ("sign-in-blocked", _("sign-in blocked: too many attempts")),
    ("factor-refused", _("second factor refused")),
    ("sign-out", _("signed out")),
    ("sessions-ended", _("sessions ended")),
    ("password", _("changed a password")),
    ("address", _("changed an e-mail address")),
    ("factor", _("changed a second factor")),
    ("rights", _("changed rights")),
    ("looked", _("looked at a person")),
    ("export", _("exported results")),
    ("share", _("showed a report by a link")),
    ("share-revoked", _("took back a link to a report")),
    ("view", _("asked for a second view")),
    ("data", _("took all data")),
    ("erase", _("erased")),
]
ALARMING = {"sign-in-blocked", "rights"}  # lines that whoever watches the log should see as warnings
Who = AbstractBaseUser | AnonymousUser | None


class EventQuerySet(models.QuerySet["Event"]):
    """The log."""

    def record(self, what: str, who: Who = None, *, about: "User | None" = None, **fields: Any) -> "Event":
        """Write down what happened, as a row and as a line of the log.

        `fields`: `subject`, the number of what it concerns, `address`, from where. Nothing a person typed goes in.
        """
        event = Event(what=what, who=who if isinstance(who, User) else None, about=about, **fields)
        events.log(logging.WARNING if what in ALARMING else logging.INFO, "%s", event.line)
        event.save(force_insert=True)
        return event

    def of(self, user: User) -> Self:
        """All that names a person: what they did, and what was done about them."""
        return self.filter(Q(who=user) | Q(about=user))

    def before(self, limit: datetime) -> Self:
        """Those of a moment and older."""
        return self.filter(at__lte=limit)


class Event(models.Model):
    """One thing that mattered: who did what, to what or whom, from where. Never an answer."""

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    what = models.CharField(_("what was done"), max_length=20, choices=EVENTS)
    who = models.ForeignKey(User, models.CASCADE, null=True, verbose_name=_("who"), related_name="+")
    about = models.ForeignKey(User, models.CASCADE, null=True, verbose_name=_("about whom"), related_name="+")
    subject = models.CharField(_("number of what it concerns"), max_length=80, blank=True, db_index=True)
    address = models.GenericIPAddressField(_("from"), null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.get_what_display()

    @property
    def line(self) -> str:
        """The event in one line of `name=value`."""
        parts = {
            "who": self.who and self.who.uuid,
            "about": self.about and self.about.uuid,
            "subject": self.subject,
            "from": self.address,
        }
        return " ".join([self.what, *(f"{name}={value}" for name, value in parts.items() if value)])
