"""What a person means to do about their gaps: beside the report, never in it."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import filterfalse
from operator import attrgetter
from typing import TypedDict

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.models.assessments import Assessment
from careerquiz.lengths import at_most

MOST_STEPS = 5  # of a plan: more than one keeps in mind is none
MOST_STEP_CHARACTERS = 300
INTERESTS = (0, 1, 2, 3)


class PlanEdit(TypedDict, total=False):
    """What a person did to one gap on the page of the plan; what is absent stays as it is."""

    pick: bool
    interest: int | None
    step: str
    until: date | None
    done: bool


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    """What is planned."""

    @transaction.atomic
    def edit(self, assessment: Assessment, edits: Mapping[str, PlanEdit]) -> list[str]:
        """Write what a person changed, by skill, and nothing else; answers the skills for which there was no room.

        The assessment's row is locked and its plan read again first, so that two tabs never undo each other: of two
        changes of one field the later wins. Raises Assessment.DoesNotExist if it has been erased meanwhile.
        """
        if not edits:
            return []
        Assessment.objects.select_for_update().only("pk").get(pk=assessment.pk)
        mine = self.filter(assessment=assessment)
        items: dict[str, PlanItem] = {item.skill: item for item in mine}
        for skill, edit in edits.items():
            items.setdefault(skill, PlanItem(assessment=assessment, skill=skill)).take(edit)
        crowded = _place(items, [skill for skill, edit in edits.items() if edit.get("pick")])
        mine.delete()
        PlanItem.objects.bulk_create(map(PlanItem.anew, filter(attrgetter("says_something"), items.values())))
        return crowded


class PlanItem(models.Model):
    """One gap of one report: how much it interests the person, and what they will do if they picked it."""

    assessment = models.ForeignKey(
        Assessment, models.CASCADE, verbose_name=_("assessment"), related_name="plan", editable=False
    )
    skill = models.CharField(_("skill"), max_length=32)
    interest = models.PositiveSmallIntegerField(_("interest"), null=True)  # 0 to 3; never used in a score
    place = models.PositiveSmallIntegerField(_("place in the plan"), null=True)  # 1 to MOST_STEPS; None: not picked
    step = models.CharField(_("next step"), max_length=MOST_STEP_CHARACTERS, blank=True)
    until = models.DateField(_("by when"), null=True)
    done = models.DateField(_("done"), null=True)

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a plan")
        verbose_name_plural = _("steps of plans")
        default_permissions = ()
        ordering = [F("place").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "skill"], name="plan_skill_once"),
            models.UniqueConstraint(fields=["assessment", "place"], name="plan_place_once"),
            models.CheckConstraint(condition=~Q(skill=""), name="plan_has_skill"),
            models.CheckConstraint(condition=Q(interest=None) | Q(interest__lte=3), name="plan_interest_0_to_3"),
            models.CheckConstraint(
                condition=Q(place=None) | Q(place__gte=1, place__lte=MOST_STEPS), name="plan_of_few_steps"
            ),
            at_most("plan_texts_fit", skill=32, step=MOST_STEP_CHARACTERS),
        ]

    def __str__(self) -> str:
        return self.skill

    @property
    def picked(self) -> bool:
        """Whether it is among the steps of the plan."""
        return self.place is not None

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep."""
        return self.picked or self.interest is not None or bool(self.step or self.until or self.done)

    def anew(self) -> "PlanItem":
        """The same, as a row to be made."""
        self.pk = None
        return self

    def take(self, edit: PlanEdit) -> None:
        """Change what an edit names but for a new pick, which needs room. A done mark keeps its first day."""
        self.interest = edit.get("interest", self.interest)
        self.step = edit.get("step", self.step)
        self.until = edit.get("until", self.until)
        if "done" in edit:
            self.done = (self.done or timezone.localdate()) if edit["done"] else None
        if not edit.get("pick", True):
            self.place = None


def _place(items: Mapping[str, PlanItem], new: Iterable[str]) -> list[str]:
    """Number the picked from 1: the old ones in their order, then the new ones; answers those too many."""
    old = sorted(filter(attrgetter("picked"), items.values()), key=attrgetter("place"))
    picked = [*old, *filterfalse(attrgetter("picked"), map(items.__getitem__, new))]
    for place, item in enumerate(picked, start=1):
        item.place = place if place <= MOST_STEPS else None
    return [item.skill for item in picked[MOST_STEPS:]]
