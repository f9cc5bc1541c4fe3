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
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.admin.forms import choices_of, who_and_when
from assessment.catalogue.model import LEVELS, WEIGHTS
from assessment.models import CatalogueChange, DraftCompetency, DraftGrade, DraftRequirement, DraftRole, DraftSkill
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

    @property
    def is_whole(self) -> bool:
        """Whether every cell holds one of its choices, and none is empty."""
        return all(cell.value and cell.value in dict(cell.choices) for cell in self.cells)

    def validate(self) -> None:
        """A row is empty or whole, and later grades ask no less than earlier ones."""
        if not any(self.chosen):
            return
        if not self.is_whole:
            self.errors.append(_("Choose a weight and a level for every grade, or leave the whole row empty."))
        elif any(int(early) > int(late) for early, late in pairwise(self.chosen[1:])):
            self.errors.append(_("A later grade cannot ask less than an earlier one."))


@dataclass
class Frame:
    """What a grid is made of. One that is too large for a form shows the skills of one competency at a time."""

    competencies: list[DraftCompetency]
    grades: list[DraftGrade]
    all_skills: list[DraftSkill]
    asked: str | None  # the code of the competency to show alone

    @property
    def fits(self) -> bool:
        """Whether one form can send the choices of all skills."""
        return len(self.all_skills) * (len(self.grades) + 1) <= MOST_FIELDS

    @property
    def competency(self) -> DraftCompetency | None:
        """The competency that is shown alone, if any."""
        found = next((competency for competency in self.competencies if competency.code == self.asked), None)
        return found or (None if self.fits else self.competencies[0])

    @property
    def skills(self) -> list[DraftSkill]:
        """The skills that are shown."""
        only = self.competency
        return [skill for skill in self.all_skills if only is None or skill.competency_id == only.pk]


@dataclass
class Grid:
    """The requirements of a role for the skills shown, as stored or as sent."""

    role: DraftRole
    frame: Frame
    data: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        line = _line(self.role)
        asked = _asked(line)
        self.stored = asked[self.role.pk]
        self.inherited = _inherited([asked[base.pk] for base in line[1:]])
        self.rows = [self._row(skill) for skill in self.frame.skills]
        self.mark = mark({row.skill.code: row.stored for row in self.rows})
        self.is_old = self.data is not None and self.data.get("shown") != self.mark
        if self.data is not None:
            self._validate()

    def _validate(self) -> None:
        for row in self.rows:
            row.validate()

    def _row(self, skill: DraftSkill) -> Row:
        stored = self.stored.get(skill.code)
        levels = {
            grade.code: self._cell(
                f"level-{skill.code}-{grade.code}",
                f"{skill}, {grade}",
                stored and stored["levels"].get(grade.code),
                LEVEL_CHOICES,
            )
            for grade in self.frame.grades
        }
        label = _("%(skill)s, weight") % {"skill": skill}
        weight = self._cell(f"weight-{skill.code}", label, stored and stored["weight"], WEIGHT_CHOICES)
        return Row(skill, weight, levels, self.inherited.get(skill.code), stored)

    def _cell(self, name: str, label: str, stored: Any, choices: list[tuple[str, str]]) -> Cell:
        """A choice as it was sent; as stored where the page that was sent did not show it."""
        value = "" if stored is None else str(stored)
        return Cell(name, label, value if self.data is None else self.data.get(name, value), choices)

    @property
    def has_errors(self) -> bool:
        """Whether a row cannot be stored as it is."""
        return any(row.errors for row in self.rows)

    @property
    def grown_old(self) -> str:
        """That somebody else saved these requirements after the page was opened: who, when, and what to do."""
        changes = CatalogueChange.objects.filter(section="requirements", code__startswith=f"{self.role.code} ")
        return _(
            "%(who)s changed these requirements while you had them open (%(when)s), so nothing was saved yet. "
            "Your choices are below; where something else is stored now, it stands beside them. Save once more to "
            "keep yours."
        ) % who_and_when(changes)

    def is_valid(self) -> bool:
        """Whether it can be stored, and overwrites nothing unseen."""
        return not self.is_old and not self.has_errors

    def save(self) -> None:
        """Store the rows shown, and leave all others."""
        DraftRequirement.objects.filter(role=self.role, skill__in=self.frame.skills).delete()
        asked = ((row.skill, row.requirement) for row in self.rows)
        DraftRequirement.objects.bulk_create(
            DraftRequirement(role=self.role, skill=skill, **requirement) for skill, requirement in asked if requirement
        )


def _line(role: DraftRole) -> list[DraftRole]:
    """The role and those it extends, the nearest first."""
    roles = {other.pk: other for other in DraftRole.objects.all()}
    line = [role]
    while (base := roles.get(line[-1].extends_id)) and base not in line:
        line.append(base)
    return line


def _inherited(bases: list[dict[str, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """What the roles that one extends require, the nearest first: it wins."""
    return {code: found for base in reversed(bases) for code, found in base.items()}


def _asked(line: list[DraftRole]) -> dict[int, dict[str, dict[str, Any]]]:
    """What each role of a line requires of its own, by the codes of the skills."""
    found: dict[int, dict[str, dict[str, Any]]] = {role.pk: {} for role in line}
    for asked in DraftRequirement.objects.filter(role__in=line).select_related("skill").order_by("pk"):
        found[asked.role_id][asked.skill.code] = asked.item()
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def requirements(request: HttpRequest, pk: int, admin: django_admin.ModelAdmin) -> HttpResponse:
    """The grid of a role; POST saves it as one change."""
    if not request.user.has_perm("assessment.view_draftrequirement"):
        raise PermissionDenied
    if request.method == "POST":
        return _save(request, pk, admin)
    return _page(request, Grid(get_object_or_404(DraftRole, pk=pk), _frame(request)), admin)


def _frame(request: HttpRequest) -> Frame:
    return Frame(
        list(DraftCompetency.objects.all()),
        list(DraftGrade.objects.all()),
        list(DraftSkill.objects.all()),
        request.GET.get("competency"),
    )


def _save(request: HttpRequest, pk: int, admin: django_admin.ModelAdmin) -> HttpResponse:
    if not request.user.has_perm("assessment.change_draftrequirement"):
        raise PermissionDenied
    with changing(request.user, "edit"):
        role = DraftRole.objects.filter(pk=pk).first()
        if role is None:
            messages.warning(request, _("This role was deleted while you had it open, so nothing was saved."))
            return redirect(reverse("admin:assessment_draftrole_changelist"))
        grid = Grid(role, _frame(request), request.POST)
        if grid.is_valid():
            grid.save()
    if not grid.is_valid():
        return _page(request, grid, admin)
    messages.success(request, _("The requirements of %(role)s are saved.") % {"role": role})
    return redirect(request.get_full_path())


def _page(request: HttpRequest, grid: Grid, admin: django_admin.ModelAdmin) -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        "title": _("What %(role)s requires") % {"role": grid.role},
        "opts": admin.opts,
        "grid": grid,
        "frame": grid.frame,
        "may_change": request.user.has_perm("assessment.change_draftrequirement"),
    }
    return render(request, "admin/draft/requirements.html", context)
