"""All assessments of one person, and what they do with one as a whole."""

from dataclasses import dataclass
from functools import partial
from unicodedata import category
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessment import links, notice
from assessment.forms import StartForm
from assessment.models import Assessment, AssessmentQuerySet, CatalogueVersion
from assessment.models.assessments import MOST_TITLE_CHARACTERS
from assessment.models.columns import no_control_characters
from assessment.views.access import own, personal, with_version
from assessment.views.assessments import begin, where_it_stopped
from careerquiz.limits import STARTS, limited

ON_A_PAGE = 50
NEW_LINK = "new link of"  # in the session: the assessment that was just given one, to be taken out of the account


class NameForm(forms.Form):
    """A name of the person's own for an assessment, or none."""

    title = forms.CharField(
        label=gettext_lazy("A name of your own"),
        help_text=gettext_lazy("80 characters at most. Leave it empty to go without a name."),
        max_length=MOST_TITLE_CHARACTERS,
        required=False,
        validators=[no_control_characters],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_title(self) -> str:
        """The name without what cannot be seen and only turns or joins what stands beside it."""
        return "".join(char for char in self.cleaned_data["title"] if category(char) != "Cf").strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment as the list shows it: its target and its day in words, where it goes on, the form of its name."""

    assessment: Assessment
    target: str
    day: str
    onward: str
    form: NameForm

    @property
    def name(self) -> str:
        """What it is called: by the person, or else by its target."""
        return self.assessment.title or self.target


@require_safe
@personal
def assessments(request: HttpRequest) -> HttpResponse:
    """All of this person's: those of their account, and those this browser holds the links of."""
    return list_page(request, request.GET.get("page"))


def mine(request: HttpRequest) -> AssessmentQuerySet:
    """All that this person may open."""
    return Assessment.objects.visible_to(request.user, links.tokens(request))


def list_page(
    request: HttpRequest, number: int | str | None, renaming: tuple[UUID, NameForm] | None = None
) -> HttpResponse:
    """A page of the list; with the form of a name that could not be kept, that one is open."""
    counts = mine(request).aggregate(all=Count("pk"), finished=Count("finished"))
    pages = Paginator(mine(request).with_version().newest_first().defer("notes"), ON_A_PAGE)
    pages.count = counts["all"]
    page = pages.get_page(number)
    uuid, form = renaming or (None, None)
    context = {
        "page": page,
        "rows": [row(one, form if one.uuid == uuid else None) for one in page],
        "finished": counts["finished"],
        "form": form,
    }
    return render(request, "assessments.html", context)


def row(assessment: Assessment, form: NameForm | None) -> Row:
    """One of the list; `form` is that of its name if it was sent and could not be kept."""
    role, grade = (item.name.said_in(get_language() or "fr") for item in assessment.target)
    day = date_format(localtime(assessment.finished or assessment.started))
    form = form or NameForm(initial={"title": assessment.title}, auto_id=ids_of(assessment))
    return Row(assessment, f"{role}, {grade.lower()}", day, where_it_stopped(assessment), form)


def ids_of(assessment: Assessment) -> str:
    """How the fields of its form are told from those of all others on the page."""
    return f"name-{assessment.uuid}-%s"


@require_POST
@personal
def rename(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give it a name, or take its name off; what cannot be kept comes back in the list as it was typed."""
    assessment = own(request, uuid)
    number = mine(request).newer_than(assessment).count() // ON_A_PAGE + 1
    form = NameForm(request.POST, auto_id=ids_of(assessment))
    if not form.is_valid():
        return list_page(request, number, (uuid, form))
    assessment.rename(form.cleaned_data["title"])
    return redirect(f"{reverse('assessments')}?page={number}#a-{uuid}")


@require_POST
@personal
@limited(STARTS)
@with_version
def again(request: HttpRequest, version: CatalogueVersion, uuid: UUID) -> HttpResponse:
    """Begin once more for the same target, by today's catalogue; where that has it no longer, choose another."""
    earlier = own(request, uuid)
    target = {"role": earlier.role, "grade": earlier.grade}
    if not StartForm(version.catalogue, target).is_valid():
        messages.info(request, _("The catalogue has changed: this role or this grade is no longer in it. Choose anew."))
        return redirect("start")
    if earlier.notice != notice.version():
        words = _("What we say about your data has changed since last time.")
        messages.info(request, format_html('{} <a href="{}">{}</a>', words, reverse("privacy"), _("Read it")))
    return begin(request, partial(earlier.again, version, get_language() or "fr"))


@require_POST
@personal
def join(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put into the account what this browser's link opens; who is not signed in does that first, and it joins them."""
    assessment = own(request, uuid)
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("assessments"))
    if Assessment.objects.filter(pk=assessment.pk).join(request.user, links.tokens(request)):
        messages.success(request, _("It is in your account now."))
    return redirect(where_it_stopped(assessment) if request.POST.get("go") == "on" else reverse("assessments"))


@require_POST
@personal
def release(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take it out of the account, once it has a link made for that: without one it would be lost.

    First this makes one and shows it; who had the one before, from the time before the account, is kept out. Taking
    it out is then the next step.
    """
    assessment = own(request, uuid)
    later = reverse("later", args=[uuid])
    if not assessment.owner_id:
        return redirect(later)
    if request.session.get(NEW_LINK) != str(uuid) or links.held_link(request, assessment) is None:
        response = redirect(f"{later}?out=1")
        links.remember(request, response, assessment.new_link())
        request.session[NEW_LINK] = str(uuid)
        return response
    assessment.release()
    words = _("It is out of your account and opens by its secret link. Signing in with this browser brings it back.")
    messages.success(request, words)
    return redirect(later)
