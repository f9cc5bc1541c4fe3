"""What others say of a person, whom that person asked: the same skills, rated a second time.

A row is an invitation, or what somebody said who took one up. Which answers which is written nowhere: who asks holds
the links of the invitations, so whatever these opened or showed of an answer, the asker could read. Who takes one up
gets a link of their own, and an invitation looks the same whether or not it was.

A rater decides whether they are seen by name. Those who are not are shown together, in lots of three that are let out
at once and never change: were they shown one by one, each newcomer would be the difference to what was shown before.
Who withdraws from a lot hides it for good: shown again with others, it would lack what the one who left had said. So
whatever two moments the asker compares, of any skill only whole lots of three levels have come or gone.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.catalogue.model import Skill
from assessment.models.assessments import Assessment
from assessment.models.tokens import Linked, hash_token
from assessment.scoring import Answer
from assessment.second_opinion import LOT
from careerquiz.journal import empty_journal
from careerquiz.lengths import at_most

MOST_VIEWS = 20  # asked for of one assessment at a time
MOST_SAID = 3 * MOST_VIEWS  # with an answer, of one assessment at a time: a link may be taken up more than once
MOST_BEGUN = 10 * MOST_SAID  # and those that hold none yet, so that nobody fills the places by only beginning


class SecondViewQuerySet(models.QuerySet["SecondView"]):
    """Second views."""

    def invite(self, assessment: Assessment, name: str, asker: str, until: datetime) -> "SecondView":
        """A new invitation, of whose link only the hash is kept."""
        return self._make(assessment=assessment, name=name, asker=asker, until=until)

    def by_link(self, token: str) -> "SecondView | None":
        """The one that a link opens, if it still does; nothing that its assessment's person answered comes with it."""
        found = self.select_related("assessment__version", "rater")
        kept_back = ("assessment__version__document", "assessment__answers", "assessment__notes")
        view = found.defer(*kept_back).filter(token_sha256=hash_token(token)).first()
        return view if view and view.works else None

    def asked(self) -> Self:
        """The invitations."""
        return self.filter(named=None)

    def said(self) -> Self:
        """What was said, finished or not."""
        return self.filter(named__isnull=False)

    def said_by_name(self) -> Self:
        """What was said by those who agreed to be seen."""
        return self.filter(finished__isnull=False, named=True)

    def said_without_names(self) -> Self:
        """What was said by the others, whether or not it is shown."""
        return self.filter(finished__isnull=False, named=False)

    def abandoned(self) -> Self:
        """What was begun and can no longer be finished, or holds no answer a day later."""
        now = timezone.now()
        over = Q(until__lte=now) | Q(answers={}, changed__lte=now - timedelta(days=1))
        return self.said().filter(over, finished=None)

    def of(self, rater: AbstractBaseUser | AnonymousUser, tokens: Iterable[str]) -> Self:
        """What this person said: signed in, or in this browser."""
        held = Q(token_sha256__in=[hash_token(token) for token in tokens])
        return self.said().filter(held | Q(rater=rater.pk) if rater.pk else held)

    @transaction.atomic
    def begin(self, invitation: "SecondView", rater: AbstractBaseUser | None, rater_name: str) -> "SecondView | None":
        """Take up an invitation, to be seen by a name or, with "", only together with others; None if too many have.

        An account says one thing of an assessment, however many invitations it has. Raises Assessment.DoesNotExist.
        """
        assessment = _alone(invitation.assessment_id)
        said = assessment.views.said()
        said.abandoned().delete()
        if rater and (begun := said.filter(rater=rater.pk).first()):
            begun.save_linked()
            return begun
        if said.exclude(answers={}, finished=None).count() >= MOST_SAID or said.count() >= MOST_BEGUN:
            return None
        fields = {"named": bool(rater_name), "rater_name": rater_name, "rater_id": rater and rater.pk}
        return self._make(assessment=assessment, asker=invitation.asker, until=invitation.until, **fields)

    def erase(self) -> None:
        """Delete them, and on SQLite what its journal remembers."""
        self.delete()
        transaction.on_commit(empty_journal)

    def _make(self, **fields: Any) -> "SecondView":
        view = SecondView(**fields)
        view.save_linked()
        return view


class SecondView(Linked):
    """An invitation to rate somebody, as long as `named` is None; else what one person said who took one up."""

    LINK = "careerquiz.view"

    assessment = models.ForeignKey(
        Assessment, models.CASCADE, verbose_name=_("assessment"), related_name="views", editable=False
    )
    name = models.CharField(_("who is asked"), max_length=80, blank=True)  # of an invitation only
    asker = models.CharField(_("who asks"), max_length=80)
    made = models.DateTimeField(_("made"), default=timezone.now)
    until = models.DateTimeField(_("answers until"))
    answers = models.JSONField(_("answers"), default=dict)  # {"T1": 3, "T5": "dk"}
    named = models.BooleanField(_("agrees to be seen"), null=True)
    rater_name = models.CharField(_("name to be seen by"), max_length=80, blank=True)
    rater = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, verbose_name=_("account of the rater"), related_name="+"
    )
    changed = models.DateTimeField(_("changed"), default=timezone.now)
    finished = models.DateTimeField(_("finished"), null=True)
    lot = models.PositiveSmallIntegerField(_("shown together"), null=True)  # of those without names

    objects = SecondViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("second view")
        verbose_name_plural = _("second views")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "rater"], name="view_once_by_account"),
            models.CheckConstraint(condition=~Q(asker=""), name="view_has_asker"),
            models.CheckConstraint(
                condition=Q(named=None) & ~Q(name="") | Q(named__isnull=False, name=""), name="view_asks_or_says"
            ),
            models.CheckConstraint(
                condition=Q(named__isnull=False, named=True) & ~Q(rater_name="")
                | Q(rater_name="") & (Q(named=None) | Q(named=False)),
                name="view_seen_by_name",
            ),
            models.CheckConstraint(condition=Q(until__gt=F("made")), name="view_ends_later"),
            models.CheckConstraint(
                condition=Q(finished=None) | Q(named__isnull=False), name="view_finished_says_whether_named"
            ),
            models.CheckConstraint(
                condition=Q(lot=None) | Q(finished__isnull=False, named=False), name="view_in_lot_is_unnamed"
            ),
            at_most("view_names_fit", name=80, asker=80, rater_name=80),
        ]

    def __str__(self) -> str:
        return self.name or self.rater_name or str(self.uuid)

    @property
    def works(self) -> bool:
        """Whether the link opens: until its end, while somebody can read the answer; once finished, to withdraw."""
        owned = self.assessment.owner_id or (self.assessment.link_until or self.until) > timezone.now()
        return self.finished is not None or bool(owned and self.is_open)

    @property
    def is_open(self) -> bool:
        """Whether its last day has not passed."""
        return self.until > timezone.now()

    @property
    def unanswered(self) -> tuple[Skill, ...]:
        """The skills asked that have no answer of any kind, in the order of the pages."""
        return tuple(s for _, skills in self.assessment.pages for s in skills if s.code not in self.answers)

    def choose(self, rater_name: str) -> None:
        """Be seen by this name, or, with "", only together with others; no longer once it is finished."""
        still_open = SecondView.objects.said().filter(pk=self.pk, finished=None)
        still_open.update(named=bool(rater_name), rater_name=rater_name, changed=timezone.now())

    @transaction.atomic
    def say(self, answers: Mapping[str, Answer | str]) -> None:
        """Keep what a rater chose, "" taking an answer back; no longer once it is finished.

        The row is locked and read again first, so that two tabs never undo each other. Raises SecondView.DoesNotExist.
        """
        stored = SecondView.objects.select_for_update().only("answers", "finished").get(pk=self.pk)
        self.answers, self.finished = stored.answers, stored.finished
        if self.finished or not answers:
            return
        kept = self.answers | answers
        self.answers = {code: answer for code, answer in kept.items() if answer != ""}
        self.changed = timezone.now()
        self.save(update_fields=["answers", "changed"])

    @transaction.atomic
    def finish(self) -> bool:
        """Close it, and let out what can be; answers whether this call did it. Raises Assessment.DoesNotExist."""
        assessment = _alone(self.assessment_id)
        now = timezone.now()
        if not assessment.views.said().filter(pk=self.pk, finished=None).update(finished=now, changed=now):
            return False
        _let_out(assessment)
        return True


def _alone(assessment: int) -> Assessment:
    """The assessment, locked until the transaction ends: what is said of it changes one thing after another."""
    return Assessment.objects.select_for_update().only("pk").get(pk=assessment)


def _let_out(assessment: Assessment) -> None:
    """Show together those who wait without names, once they are a lot."""
    waiting = assessment.views.said_without_names().filter(lot=None)
    if waiting.count() >= LOT:
        last = assessment.views.aggregate(last=Max("lot"))["last"] or 0
        waiting.update(lot=last + 1)
