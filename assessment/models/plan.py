"""What a person means to do about their gaps: beside the report, never in it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessment.models.assessments import Assessment

MOST_STEPS = 5  # of a plan: more than one keeps in mind is none
MOST_STEP_CHARACTERS = 300
INTERESTS = (0, 1, 2, 3)


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    """What is planned."""

    def chosen(self) -> Self:
        """The gaps picked to work on, in the order in which they were."""
        return self.filter(place__isnull=False).order_by("place")


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
        ]

    def __str__(self) -> str:
        return self.skill
