"""What people answer: one row a sitting."""

import secrets
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment import scoring
from assessment.catalogue.model import Catalogue, Competency, Grade, Role, Skill
from assessment.models.rollup import Uncounted
from assessment.models.tokens import hash_token
from assessment.models.versions import CatalogueVersion
from careerquiz.journal import empty_journal

MOST_TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did to one skill on a page. None leaves an answer or a note as it is, "" takes it back."""

    answer: scoring.Answer | str | None = None
    note: str | None = None


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Assessments, always seen from a person."""

    def visible_to(self, user: AbstractBaseUser | AnonymousUser, tokens: Iterable[str]) -> Self:
        """Those of this person: their account's, or, as long as they have no account, those they hold the link of."""
        hashes = [hash_token(token) for token in tokens]
        with_link = {"owner": None, "link_until__gt": timezone.now(), "token_sha256__in": hashes}
        return self.filter(Q(**with_link) | Q(owner=user.pk)) if user.pk else self.filter(**with_link)

    def behind_link(self, token: str) -> Self:
        """The one that a secret link leads to: while it works, or for good once an account has claimed it."""
        still = Q(owner__isnull=False) | Q(link_until__gt=timezone.now())
        return self.filter(still, token_sha256=hash_token(token))

    def with_version(self) -> Self:
        """With what names its catalogue version, and that of the earlier sitting, in one query, without documents."""
        found = self.select_related("version", "earlier__version")
        return found.defer("version__document", "earlier__version__document")

    def newest_first(self) -> Self:
        """The last changed first."""
        return self.order_by("-changed", "-pk")

    def newer_than(self, assessment: "Assessment") -> Self:
        """Those that stand before this one where the last changed comes first."""
        changed = assessment.changed
        return self.filter(Q(changed__gt=changed) | Q(changed=changed, pk__gt=assessment.pk))

    def start(
        self, version: CatalogueVersion, role: str, grade: str, language: str, token: str = "", **fields: Any
    ) -> "tuple[Assessment, str]":
        """Make a draft; answers the token of its secret link, `token` or a new one, of which only the hash is kept.

        With an `owner` it needs no link, and the token is "".
        """
        token, link = ("", {}) if fields.get("owner") else _new_link(token)
        return self.create(version=version, role=role, grade=grade, language=language, **link, **fields), token

    def untouched(self) -> Self:
        """Those that are begun, and no more."""
        return self.filter(answers={}, notes={}, finished=None)

    def finished(self) -> Self:
        """Those that are closed."""
        return self.filter(finished__isnull=False)

    def held_by(self, tokens: Iterable[str]) -> Self:
        """Those without an account that these links open."""
        return self.visible_to(AnonymousUser(), tokens)

    def join(self, user: AbstractBaseUser, tokens: Iterable[str]) -> int:
        """Give an account what these links open and nobody has claimed; answers how many."""
        return self.held_by(tokens).update(owner=user.pk)

    def unreachable(self, at: datetime | None = None) -> Self:
        """Those that nobody can open any more, now or at a moment: no account, and the link has ended."""
        return self.filter(owner=None, link_until__lte=at or timezone.now())

    def erase(self) -> int:
        """Delete them and all about them, and on SQLite what its journal remembers; answers how many there were."""
        erased = self.delete()[1].get(self.model._meta.label, 0)
        transaction.on_commit(empty_journal)
        return erased


class Assessment(models.Model):
    """One sitting of one person: a draft, then finished and never changed again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(CatalogueVersion, models.PROTECT, verbose_name=_("catalogue version"), related_name="+")
    role = models.CharField(_("role"), max_length=32)
    grade = models.CharField(_("grade"), max_length=32)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    answers = models.JSONField(_("answers"), default=dict)  # {"T1": 3, "T5": "dk"}
    notes = models.JSONField(_("notes"), default=dict)  # {"T1": "..."}
    started = models.DateTimeField(_("started"), default=timezone.now)
    changed = models.DateTimeField(_("changed"), default=timezone.now)
    finished = models.DateTimeField(_("finished"), null=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, verbose_name=_("owner"), related_name="+"
    )
    title = models.CharField(_("name"), max_length=MOST_TITLE_CHARACTERS, blank=True)  # the person's own
    earlier = models.ForeignKey(
        "self", models.SET_NULL, null=True, verbose_name=_("begun again from"), related_name="+", editable=False
    )
    notice = models.CharField(_("version of the notice"), max_length=32, blank=True, editable=False)
    token_sha256 = models.CharField(_("hash of the secret link"), max_length=64, unique=True, null=True)  # noqa: DJ001
    link_until = models.DateTimeField(_("link works until"), null=True)
    notes_shared = models.DateTimeField(_("notes shared for analysis since"), null=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        permissions = [("read_results", "Can read and export the results of all")]
        indexes = [models.Index(fields=["version", "role", "grade", "language", "finished"], name="assessment_results")]
        constraints = [
            models.CheckConstraint(condition=Q(language__in=["fr", "en"]), name="assessment_language_known"),
            models.CheckConstraint(condition=~Q(role="") & ~Q(grade=""), name="assessment_has_target"),
            models.CheckConstraint(condition=Q(changed__gte=F("started")), name="assessment_changed_later"),
            models.CheckConstraint(
                condition=Q(finished=None) | Q(finished__gte=F("started")), name="assessment_finished_later"
            ),
            models.CheckConstraint(
                condition=Q(token_sha256=None, link_until=None)
                | Q(token_sha256__isnull=False, link_until__isnull=False),
                name="assessment_link_has_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue this assessment was made with, whatever was published since."""
        return self.version.catalogue

    @property
    def target(self) -> tuple[Role, Grade]:
        """The role and the grade the person aims at."""
        return self.catalogue.role_by_code[self.role], self.catalogue.grade_by_code[self.grade]

    @property
    def pages(self) -> tuple[tuple[Competency, tuple[Skill, ...]], ...]:
        """The pages of the questionnaire."""
        return self.catalogue.pages(self.role)

    @property
    def unanswered(self) -> tuple[Skill, ...]:
        """The skills asked that have no answer of any kind, in catalogue order."""
        return tuple(skill for _, skills in self.pages for skill in skills if skill.code not in self.answers)

    @property
    def asked(self) -> int:
        """How many skills are asked."""
        return len(self.catalogue.requirements(self.role))

    @property
    def answered(self) -> int:
        """How many of the skills asked have an answer of any kind."""
        return self.asked - len(self.unanswered)

    @property
    def last_time(self) -> "Assessment | None":
        """The sitting that this one was begun again from, unless that one belongs to an account and this one does not.

        Who holds the link of this one may know nothing of an account.
        """
        one = self.earlier
        if one is None or one.owner_id not in (None, self.owner_id):
            return None
        one.version = CatalogueVersion.objects.known(one.version_id)
        return one

    @property
    def last_answers(self) -> dict[str, scoring.Answer]:
        """The answers of last time to the skills that have an answer here; those to others are told to nobody."""
        given = self.last_time.answers if self.last_time else {}
        return {code: answer for code, answer in given.items() if code in self.answers}

    @property
    def newly_asked(self) -> frozenset[str]:
        """The codes of the skills asked here and not asked of the same role last time."""
        if self.last_time is None:
            return frozenset()
        then = self.last_time.catalogue.requirements(self.role)
        return frozenset(self.catalogue.requirements(self.role)) - frozenset(then)

    @property
    def link_works(self) -> bool:
        """Whether it has a secret link that has not ended; it opens the assessment while no account has claimed it."""
        return self.link_until is not None and self.link_until > timezone.now()

    @transaction.atomic
    def edit(self, edits: Mapping[str, Edit], language: str) -> bool:
        """Write what a person changed and nothing else; answers whether the assessment was still open.

        The row is locked and read again first, so that two tabs never undo each other: of two changes of one
        skill the later wins.
        """
        row = Assessment.objects.filter(pk=self.pk)
        stored = row.select_for_update().values_list("answers", "notes", "finished").get()
        self.answers, self.notes, self.finished = stored
        if self.finished:
            return False
        for code, edit in edits.items():
            _write(self.answers, code, edit.answer)
            _write(self.notes, code, edit.note)
        self.language = language
        self.changed = max(timezone.now(), self.started)
        row.update(answers=self.answers, notes=self.notes, language=language, changed=self.changed)
        return True

    @transaction.atomic
    def finish(self) -> bool:
        """Close the assessment; answers whether this call did it. However often and at once, it happens once."""
        now = max(timezone.now(), self.started)
        closed = bool(Assessment.objects.filter(pk=self.pk, finished=None).update(finished=now, changed=now))
        if closed:
            Uncounted.objects.create(assessment_id=self.pk, finished=now)
        return closed

    def again(self, version: CatalogueVersion, language: str, **fields: Any) -> "tuple[Assessment, str]":
        """A new draft for the same target, which knows its answers but shows them only where one has rated."""
        return Assessment.objects.start(version, self.role, self.grade, language, earlier=self, **fields)

    def rename(self, title: str) -> None:
        """Give it a name of the person's own; "" takes it off."""
        Assessment.objects.filter(pk=self.pk).update(title=title)

    def new_link(self) -> str:
        """Give it another secret link and answer its token; the one before leads nowhere any more."""
        token, link = _new_link()
        Assessment.objects.filter(pk=self.pk).update(**link)
        return token

    def release(self) -> bool:
        """Take it out of the account of its owner, if its link still works; answers whether."""
        left = Assessment.objects.filter(pk=self.pk, link_until__gt=timezone.now())
        return bool(left.update(owner=None))

    def share_notes(self, *, shared: bool) -> None:
        """Let the notes be among the results that analysts read, or no longer."""
        self.notes_shared = timezone.now() if shared else None
        self.save(update_fields=["notes_shared"])

    def gap_report(self, role: str | None = None, grade: str | None = None) -> scoring.GapReport:
        """The gap report against the person's own target, or against another role or grade."""
        return scoring.gap_report(self.catalogue, role or self.role, grade or self.grade, self.answers)


def _new_link(token: str = "") -> tuple[str, dict[str, Any]]:
    """A token of 192 random bits, and what the database keeps of it."""
    token = token or secrets.token_urlsafe(24)
    until = timezone.now() + timedelta(days=settings.RESUME_LINK_DAYS)
    return token, {"token_sha256": hash_token(token), "link_until": until}


def _write(values: dict[str, Any], code: str, value: Any) -> None:
    if value == "":
        values.pop(code, None)
    elif value is not None:
        values[code] = value
