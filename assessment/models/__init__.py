"""Published catalogues, the assessments made with them, and the draft of the next one."""

from assessment.models.assessments import Assessment, AssessmentQuerySet, Edit
from assessment.models.draft import (
    DraftCompetency,
    DraftGrade,
    DraftItem,
    DraftLevel,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from assessment.models.history import CatalogueChange, DraftImport
from assessment.models.plan import MOST_STEPS, PlanItem
from assessment.models.rollup import Rollup, Uncounted
from assessment.models.second_views import MOST_SAID, MOST_VIEWS, SecondView
from assessment.models.shares import MOST_SHARES, Share
from assessment.models.tokens import hash_token
from assessment.models.versions import (
    AlreadyPublishedError,
    CatalogueVersion,
    CatalogueVersionQuerySet,
    ImmutableError,
    catalogue_of,
)

__all__ = [
    "MOST_SAID",
    "MOST_SHARES",
    "MOST_STEPS",
    "MOST_VIEWS",
    "AlreadyPublishedError",
    "Assessment",
    "AssessmentQuerySet",
    "CatalogueChange",
    "CatalogueVersion",
    "CatalogueVersionQuerySet",
    "DraftCompetency",
    "DraftGrade",
    "DraftImport",
    "DraftItem",
    "DraftLevel",
    "DraftMission",
    "DraftRequirement",
    "DraftRole",
    "DraftSalary",
    "DraftSkill",
    "Edit",
    "ImmutableError",
    "PlanItem",
    "Rollup",
    "SecondView",
    "Share",
    "Uncounted",
    "catalogue_of",
    "hash_token",
]
