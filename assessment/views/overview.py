"""The overview of many: what people of a role and a grade need. For those who may read results, or for everybody."""

from collections.abc import Iterable, Mapping
from functools import wraps
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.catalogue.model import Catalogue
from assessment.exchange.skills_csv import SEPARATORS
from assessment.exports.overview_csv import overview_csv
from assessment.forms import TargetForm
from assessment.models import CatalogueVersion, Rollup
from assessment.overview import Counted, Need, needs, ranking, total
from assessment.templatetags.overview_words import month_name
from assessment.views.access import View, with_version
from careerquiz.administration import has_second_factor, to_second_factor
from careerquiz.client import address_of
from careerquiz.limits import FILES, limited
from profiles.models import Event


class OverviewForm(TargetForm):
    """Whose answers: of a role and a grade, and of one month or of all; how ordered, and for which spreadsheet."""

    month = forms.RegexField(
        r"\A[1-9][0-9]{3}-(0[1-9]|1[0-2])\Z", label=gettext_lazy("Month"), required=False, widget=forms.Select
    )
    order = forms.TypedChoiceField(choices=[("rds", ""), ("mwds", "")], required=False, empty_value="rds")
    dialect = forms.ChoiceField(choices=[(dialect, "") for dialect in SEPARATORS], required=False)

    def __init__(self, catalogue: Catalogue, asked: Mapping[str, str]) -> None:
        first = {"role": catalogue.roles[0].code, "grade": catalogue.grades[len(catalogue.grades) // 2].code}
        super().__init__(catalogue, {**first, **asked})

    def offer(self, months: Iterable[str]) -> None:
        """Make these months the choice, beside the one that is asked for, the newest first; show nothing else."""
        offered = sorted({*months, self.cleaned_data["month"]} - {""}, reverse=True)
        month = self.fields["month"].widget
        assert isinstance(month, forms.Select)  # noqa: S101 (the field above; for the type checker)
        month.choices = [("", _("All months")), *((month, month_name(month)) for month in offered)]
        del self.fields["order"], self.fields["dialect"]


def for_analysts(view: View) -> View:
    """A page for those who may read results, or for everybody if OVERVIEW_PUBLIC says so; for others there is none."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (settings.OVERVIEW_PUBLIC or request.user.has_perm("assessment.read_results")):
            raise Http404
        if not (settings.OVERVIEW_PUBLIC or has_second_factor(request)):
            return to_second_factor(request)
        return view(request, *args, **kwargs)

    return login_not_required(never_cache(wrapped))


def asked_for(request: HttpRequest, catalogue: Catalogue) -> OverviewForm:
    """What the query string asks for. 404 for what does not exist."""
    form = OverviewForm(catalogue, request.GET.dict())
    if not form.is_valid():
        raise Http404
    return form


def counted_by_month(role: str, grade: str) -> dict[str, Counted]:
    """What was counted, the first month first."""
    rows = groupby(Rollup.objects.published(role, grade), key=attrgetter("month"))
    return {month: [(row.version.catalogue, row.counts) for row in those] for month, those in rows}


def needs_of(catalogue: Catalogue, form: OverviewForm, counted: Counted) -> tuple[Need, ...]:
    """What the counted need, of the role and grade that the form names."""
    role, grade = form.cleaned_data["role"], form.cleaned_data["grade"]
    return needs(catalogue, role, grade, counted, settings.GROUP_FLOOR)


@require_safe
@for_analysts
@with_version
def overview(request: HttpRequest, version: CatalogueVersion) -> HttpResponse:
    """Skill by skill, the ranking of needs, month by month."""
    catalogue = version.catalogue
    form = asked_for(request, catalogue)
    asked = form.cleaned_data
    months = counted_by_month(asked["role"], asked["grade"])
    form.offer(months)
    counted = months.get(asked["month"], []) if asked["month"] else list(chain.from_iterable(months.values()))
    found = needs_of(catalogue, form, counted)
    splits = {month: total(needs_of(catalogue, form, those)) for month, those in months.items()}
    context = {
        "form": form,
        "asked": asked,
        "role": catalogue.role_by_code[asked["role"]],
        "grade": catalogue.grade_by_code[asked["grade"]],
        "levels": catalogue.levels,
        "groups": [
            (group, [need for need in found if need.skill.competency == group.code])
            for group, _skills in catalogue.pages(asked["role"])
        ],
        "ranking": ranking(found, asked["order"]),
        "months": [(month, split) for month, split in reversed(splits.items()) if split],
        "floor": settings.GROUP_FLOOR,
    }
    return render(request, "overview.html", context)


@require_safe
@for_analysts
@limited(FILES)
@with_version
def overview_file(request: HttpRequest, version: CatalogueVersion) -> HttpResponse:
    """The same of all months and of each as CSV, in the dialect that is asked for or that of the language."""
    form = asked_for(request, version.catalogue)
    role, grade, language = form.cleaned_data["role"], form.cleaned_data["grade"], get_language() or "fr"
    dialect = form.cleaned_data["dialect"] or language
    months = counted_by_month(role, grade)
    parts = {"all": list(chain.from_iterable(months.values())), **months}
    found = {part: needs_of(version.catalogue, form, those) for part, those in parts.items()}
    data = overview_csv(version.catalogue, found, (role, grade), language, dialect)
    name = f"careerquiz-overview-{role}-{grade}-{timezone.localdate():%Y-%m-%d}-{dialect}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if request.method == "GET" and request.user.is_authenticated:  # what is shown to everybody is no secret to guard
        Event.objects.record("export", request.user, subject=f"overview {dialect}", address=address_of(request))
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=headers)
