"""How far the skills of each competency measure the same thing, for those who keep the questionnaire."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.admin.desk import page, staff
from assessment.catalogue.model import Competency, Role
from assessment.models import Assessment, CatalogueVersion
from assessment.reliability import LEAST_PEOPLE, Alpha, reliability

MOST_PEOPLE = 2_000  # the newest of each role: more would change the second decimal and cost seconds


class VersionForm(forms.Form):
    """Which catalogue version the people answered; the newest, if nothing is said."""

    version = forms.TypedChoiceField(label=gettext_lazy("Catalogue version"), coerce=int, required=False)

    def __init__(self, asked: dict[str, str], numbers: list[int]) -> None:
        super().__init__({"version": str(numbers[0]), **asked} if numbers else asked)
        version = self.fields["version"]
        assert isinstance(version, forms.TypedChoiceField)  # noqa: S101 (the field above; for the type checker)
        version.choices = [(number, str(number)) for number in numbers]


@staff("read_results")
@never_cache
@require_safe
def reliability_page(request: HttpRequest) -> HttpResponse:
    """Cronbach's alpha of each competency, role by role, from the newest people who answered one version."""
    numbers = list(CatalogueVersion.objects.order_by("-number").values_list("number", flat=True))
    form = VersionForm(request.GET.dict(), numbers)
    if not form.is_valid():
        raise Http404
    version = CatalogueVersion.objects.defer("document").filter(number=form.cleaned_data["version"] or 0).first()
    return page(
        request,
        "admin/results/reliability.html",
        _("Reliability of the questionnaire"),
        form=form,
        roles=[(role, alphas(version, role)) for role in version.catalogue.roles] if version else [],
        least=max(LEAST_PEOPLE, settings.GROUP_FLOOR),
        most=MOST_PEOPLE,
    )


def alphas(version: CatalogueVersion, role: Role) -> list[tuple[Competency, Alpha | None]]:
    """Each competency of a role with its alpha; None where too few people say anything, in one query."""
    sat = Assessment.objects.filter(version=version, role=role.code, finished__isnull=False).order_by("-finished")
    people = sat.values_list("answers", flat=True)[:MOST_PEOPLE]
    found = reliability(version.catalogue, role.code, people.iterator())
    return [
        (competency, alpha if alpha and alpha.fewest >= settings.GROUP_FLOOR else None) for competency, alpha in found
    ]
