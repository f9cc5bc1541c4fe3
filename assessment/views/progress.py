"""What changed between two sittings, and over all of a role."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment import links
from assessment import progress as changes
from assessment.catalogue.model import Role
from assessment.models import Assessment
from assessment.scoring import GapReport
from assessment.templatetags.progress_words import sitting_name
from assessment.views.access import personal

PAIR = ("before", "after")
AT_ONCE = 25  # sittings on a page of the time line
MOST_OFFERED = 100  # of the newest sittings, to choose from


class CompareForm(forms.Form):
    """Two sittings out of all that the person has finished; whichever comes first, they are put in order of time."""

    before = forms.CharField(label=gettext_lazy("First assessment"), widget=forms.Select)
    after = forms.CharField(label=gettext_lazy("Second assessment"), widget=forms.Select)

    def __init__(
        self, mine: Sequence[Assessment], asked: Mapping[str, str] | None = None, suggested: Sequence[Assessment] = ()
    ) -> None:
        numbers = [str(sitting.uuid) for sitting in suggested]
        super().__init__(asked, initial=dict(zip(PAIR, numbers, strict=False)))
        self.places = {str(sitting.uuid): place for place, sitting in enumerate(mine)}
        choices = [(one.uuid, sitting_name(one)) for one in offered_of(mine, {*self.data.values(), *numbers})]
        for name in PAIR:
            offered = self.fields[name]
            assert isinstance(offered.widget, forms.Select)  # noqa: S101 (the field above; for the type checker)
            offered.widget.choices = choices
            offered.error_messages["required"] = _("Choose an assessment.")

    def clean(self) -> None:
        """Refuse one sitting twice."""
        chosen = list(self.cleaned_data.values())
        if len(chosen) > len(set(chosen)):
            self.add_error("after", _("Choose two different assessments: this one is the first already."))

    @property
    def names_another(self) -> bool:
        """Whether it asks for something that is not among the person's finished sittings."""
        return any(self.data.get(name, "") not in ("", *self.places) for name in PAIR)

    @property
    def pair(self) -> list[int]:
        """Where the two stand among the sittings, the earlier first; of a valid form."""
        return sorted(self.places[chosen] for chosen in self.cleaned_data.values())


def offered_of(mine: Sequence[Assessment], shown: Collection[str]) -> list[Assessment]:
    """The sittings to choose from: the first, the newest and those that are shown, so that a long list stays short."""
    few = {sitting.uuid for sitting in (*mine[:1], *mine[-MOST_OFFERED:])}
    return [sitting for sitting in mine if sitting.uuid in few or str(sitting.uuid) in shown]


class ProgressForm(forms.Form):
    """The role whose sittings are shown, and which page of them."""

    role = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1)


@dataclass(frozen=True, slots=True)
class Row:
    """One sitting in the time line, and the one before it of the same role."""

    sitting: Assessment
    report: GapReport
    before: Assessment | None
    asks_otherwise: bool  # than the one before


def sittings(request: HttpRequest) -> list[Assessment]:
    """All that this person has finished, the oldest first."""
    mine = Assessment.objects.visible_to(request.user, links.tokens(request)).finished().order_by("finished", "pk")
    return list(mine.select_related("version").defer("version__document", "notes"))


@require_safe
@personal
def compare(request: HttpRequest) -> HttpResponse:
    """Two sittings beside each other; without two, the choice of them."""
    mine = sittings(request)
    form = CompareForm(mine, request.GET.dict() or None, mine[-2:])
    if form.names_another:
        raise Http404
    context = {"mine": mine, "form": form, "comparison": None}
    if form.is_valid():
        then, now = (mine[place] for place in form.pair)
        context |= compared(then, now) | {"form": CompareForm(mine, {"before": str(then.uuid), "after": str(now.uuid)})}
    return render(request, "compare.html", context)


def compared(then: Assessment, now: Assessment) -> dict[str, Any]:
    """What shows two sittings, the earlier first."""
    found = changes.compare(then.gap_report(), now.gap_report())
    return {
        "then": then,
        "now": now,
        "comparison": found,
        "picture": changes.shifts(found, get_language() or "fr"),
        "other_role": found.then.role.code != found.now.role.code,
        "other_grade": found.then.grade.code != found.now.grade.code,
        "other_version": then.version.sha256 != now.version.sha256,
    }


@require_safe
@personal
def progress(request: HttpRequest) -> HttpResponse:
    """All sittings of a role, as a table and a picture; `?role=`, or the role of the newest."""
    mine = sittings(request)
    form = ProgressForm(request.GET)
    if not form.is_valid():
        raise Http404
    roles = roles_of(mine)
    code = form.cleaned_data["role"] or "".join(newest.role for newest in mine[-1:])
    of_role = list(filter(lambda sitting: sitting.role == code, mine))
    context = {"roles": roles.values(), "role": roles.get(code), "form": compare_form(mine, of_role)}
    if of_role:
        context |= time_line(of_role, form.cleaned_data["page"] or 1)
    return render(request, "progress.html", context)


def compare_form(mine: list[Assessment], of_role: list[Assessment]) -> CompareForm | None:
    """The way to compare two, the newest of a role suggested; none where there are no two."""
    if len(mine) < 2:
        return None
    return CompareForm(mine, suggested=(of_role if len(of_role) > 1 else mine)[-2:])


def roles_of(mine: Iterable[Assessment]) -> dict[str, Role]:
    """The roles of sittings by their codes, each as the newest of its sittings has it."""
    return {sitting.role: sitting.target[0] for sitting in mine}


def time_line(of_role: list[Assessment], number: int) -> dict[str, Any]:
    """What shows a page of sittings; the first page holds the newest, and each page begins with its oldest."""
    steps: list[tuple[Assessment | None, Assessment]] = list(zip([None, *of_role[:-1]], of_role, strict=True))
    pages = Paginator(steps[::-1], AT_ONCE)
    if number > pages.num_pages:
        raise Http404
    page = pages.page(number)
    rows = rows_of(reversed(list(page)))
    return {
        "page": page,
        "rows": rows,
        "newest": of_role[-1],
        "asked_otherwise": any(row.asks_otherwise for row in rows),
        "picture": changes.time_line([(when, row.report) for row in rows if (when := row.sitting.finished)]),
    }


def rows_of(steps: Iterable[tuple[Assessment | None, Assessment]]) -> list[Row]:
    """Sittings with their reports, each beside the one before it."""
    return [row_of(before, sitting, sitting.gap_report()) for before, sitting in steps]


def row_of(before: Assessment | None, sitting: Assessment, report: GapReport) -> Row:
    """One sitting with its report, beside the one before it."""
    asks_otherwise = before is not None and not changes.one_scale(before.gap_report(), report)
    return Row(sitting, report, before, asks_otherwise)
