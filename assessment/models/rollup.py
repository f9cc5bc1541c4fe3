"""What many people answered, counted: overviews read this, whatever the number of assessments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.models.versions import CatalogueVersion


class Uncounted(models.Model):
    """A finished assessment that waits to be counted. It is written with the finishing, in one transaction.

    A queue, and not the time up to which all is counted: of two people who finish at the same time the one whose
    transaction ends later may carry the earlier time, and would be passed over.
    """

    assessment = models.OneToOneField("assessment.Assessment", models.CASCADE, primary_key=True, related_name="+")
    finished = models.DateTimeField(_("finished"), db_index=True)

    class Meta:
        verbose_name = _("assessment to be counted")
        verbose_name_plural = _("assessments to be counted")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.assessment_id)


class Rollup(models.Model):
    """How often each skill got each answer: from people who finished with one version, role and grade.

    `month` is that in which the answers were let out ("2026-11"), and "" for those that wait: the answers to a skill
    are let out together once enough people have rated it, so that what overviews show never changes by fewer.
    """

    version = models.ForeignKey(CatalogueVersion, models.PROTECT, verbose_name=_("catalogue version"), related_name="+")
    role = models.CharField(_("role"), max_length=32)
    grade = models.CharField(_("grade"), max_length=32)
    month = models.CharField(_("month"), max_length=7, blank=True)
    counts = models.JSONField(_("counts"), default=dict)  # {"T1": {"3": 12, "na": 1, "": 2}}; "" is no answer

    class Meta:
        verbose_name = _("count of answers")
        verbose_name_plural = _("counts of answers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["role", "grade", "month", "version"], name="rollup_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.grade} {self.month}".strip()
