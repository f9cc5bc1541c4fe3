"""What a role requires, as one grid: a row a skill, its weight and a level for each grade, saved at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.contrib import admin as django_admin
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.admin.forms import choices_of
from assessment.catalogue.model import LEVELS, WEIGHTS
from assessment.models import DraftCompetency, DraftGrade, DraftRequirement, DraftRole, DraftSkill
from assessment.models.drafting import changing, mark

MOST_FIELDS = 900  # of the 1,000 that a form may send; a larger grid is shown a competency at a time
WEIGHT_CHOICES = choices_of(WEIGHTS)
LEVEL_CHOICES = choices_of(LEVELS)


@dataclass
class Cell:
    """One choice of the grid."""

    name: str
    label: str
    value: str
    choices: list[tuple[str, str]]


@dataclass
class Row:
    """One skill of the grid: what is chosen, what it inherits, what is stored, what is wrong."""

    skill: DraftSkill
    weight: Cell
    levels: dict[str, Cell]  # grade code -> cell
    inherited: dict[str, Any] | None
    stored: dict[str, Any] | None
    errors: list[str] = field(default_factory=list)

    @property
    def chosen(self) -> list[str]:
        """What is chosen, the weight first."""
        return [cell.value for cell in self.cells]

    @property
    def cells(self) -> list[Cell]:
        """The choices of the row, the weight first."""
        return [self.weight, *self.levels.values()]

    @property
    def differs(self) -> bool:
        """Whether something else is stored than what is chosen."""
        stored = self.stored or {"weight": "", "levels": {}}
        return self.chosen != [str(stored["weight"]), *(str(stored["levels"].get(grade, "")) for grade in self.levels)]

    @property
    def requirement(self) -> dict[str, Any] | None:
        """What the row asks for, once it has no errors; None for an empty row."""
        if not any(self.chosen):
            return None
        return {
            "weight": int(self.weight.value),
            "levels": {grade: int(cell.value) for grade, cell in self.levels.items()},
        }

    def validate(self) -> None:
        """A row is empty or whole, and later grades ask no less than earlier ones."""
        if not any(self.chosen):
            return
        if not all(cell.value and cell.value in dict(cell.choices) for cell in self.cells):
            self.errors.append(_("Choose a weight and a level for every grade, or leave the whole row empty."))
        elif any(int(early) > int(late) for early, late in pairwise(self.chosen[1:])):
            self.errors.append(_("A later grade cannot ask less than an earlier one."))


@dataclass
class Grid:
    """The requirements of a role for some skills, as stored or as sent."""

    role: DraftRole
    skills: list[DraftSkill]
    data: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        self.grades = list(DraftGrade.objects.all())
        self.stored = _own(self.role)
        self.inherited = _inherited(self.role)
        self.rows = [self._row(skill) for skill in self.skills]
        self.mark = mark({row.skill.code: row.stored for row in self.rows})
        self.is_old = self.data is not None and self.data.get("shown") != self.mark
        for row in self.rows if self.data is not None else ():
            row.validate()

    def _row(self, skill: DraftSkill) -> Row:
        stored = self.stored.get(skill.code)
        levels = {
            grade.code: Cell(
                f"level-{skill.code}-{grade.code}",
                f"{skill}, {grade}",
                self._value(f"level-{skill.code}-{grade.code}", stored and stored["levels"].get(grade.code)),
                LEVEL_CHOICES,
            )
            for grade in self.grades
        }
        name = f"weight-{skill.code}"
        label = _("%(skill)s, weight") % {"skill": skill}
        weight = Cell(name, label, self._value(name, stored and stored["weight"]), WEIGHT_CHOICES)
        return Row(skill, weight, levels, self.inherited.get(skill.code), stored)

    def _value(self, name: str, stored: Any) -> str:
        if self.data is not None:
            return self.data.get(name, "")
        return "" if stored is None else str(stored)

    @property
    def has_errors(self) -> bool:
        """Whether a row cannot be stored as it is."""
        return any(row.errors for row in self.rows)

    @property
    def fits(self) -> bool:
        """Whether all skills fit into one form."""
        return fits(DraftSkill.objects.count(), len(self.grades))

    def is_valid(self) -> bool:
        """Whether it can be stored, and overwrites nothing unseen."""
        return not self.is_old and not self.has_errors

    def save(self) -> None:
        """Store the rows shown, and leave all others."""
        shown = [row.skill for row in self.rows]
        DraftRequirement.objects.filter(role=self.role, skill__in=shown).delete()
        asked = ((row.skill, row.requirement) for row in self.rows)
        DraftRequirement.objects.bulk_create(
            DraftRequirement(role=self.role, skill=skill, **requirement) for skill, requirement in asked if requirement
        )


def _own(role: DraftRole) -> dict[str, dict[str, Any]]:
    found = DraftRequirement.objects.filter(role=role).select_related("skill")
    return {asked.skill.code: asked.item() for asked in found}


def _inherited(role: DraftRole) -> dict[str, dict[str, Any]]:
    roles = {other.pk: other for other in DraftRole.objects.prefetch_related("requirements__skill")}
    line: list[DraftRole] = []
    step = roles.get(role.extends_id)
    while step is not None and step not in line:
        line.insert(0, step)
        step = roles.get(step.extends_id)
    return {asked.skill.code: asked.item() for base in line for asked in base.requirements.all()}


@require_http_methods(["GET", "HEAD", "POST"])
def requirements(request: HttpRequest, pk: int, admin: django_admin.ModelAdmin) -> HttpResponse:
    """The grid of a role; POST saves it as one change."""
    if not request.user.has_perm("assessment.view_draftrequirement"):
        raise PermissionDenied
    role = get_object_or_404(DraftRole, pk=pk)
    competency, competencies = _shown(request)
    if request.method == "POST":
        return _save(request, role, competency, competencies, admin)
    return _page(request, Grid(role, _skills(competency)), competency, competencies, admin)


def _shown(request: HttpRequest) -> tuple[DraftCompetency | None, list[DraftCompetency]]:
    """The competency to show alone, if any, and those to choose from; a grid too large for one form has one."""
    competencies = list(DraftCompetency.objects.all())
    asked = next((c for c in competencies if c.code == request.GET.get("competency")), None)
    whole = fits(DraftSkill.objects.count(), DraftGrade.objects.count())
    return asked or (None if whole else competencies[0]), competencies


def fits(skills: int, grades: int) -> bool:
    """Whether one form can send so many choices."""
    return skills * (grades + 1) <= MOST_FIELDS


def _skills(competency: DraftCompetency | None) -> list[DraftSkill]:
    skills = DraftSkill.objects.select_related("competency")
    return list(skills.filter(competency=competency) if competency else skills)


def _save(
    request: HttpRequest,
    role: DraftRole,
    competency: DraftCompetency | None,
    competencies: list[DraftCompetency],
    admin: django_admin.ModelAdmin,
) -> HttpResponse:
    if not request.user.has_perm("assessment.change_draftrequirement"):
        raise PermissionDenied
    with changing(request.user, "edit"):
        grid = Grid(role, _skills(competency), request.POST)
        if grid.is_valid():
            grid.save()
    if not grid.is_valid():
        return _page(request, grid, competency, competencies, admin)
    messages.success(request, _("The requirements of %(role)s are saved.") % {"role": role})
    return redirect(request.get_full_path())


def _page(
    request: HttpRequest,
    grid: Grid,
    competency: DraftCompetency | None,
    competencies: list[DraftCompetency],
    admin: django_admin.ModelAdmin,
) -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        "title": _("What %(role)s requires") % {"role": grid.role},
        "opts": admin.opts,
        "grid": grid,
        "competency": competency,
        "competencies": competencies,
        "may_change": request.user.has_perm("assessment.change_draftrequirement"),
    }
    return render(request, "admin/draft/requirements.html", context)
