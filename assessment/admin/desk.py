"""The pages about the draft as a whole: where it stands, its check, what publishing would do, files in and out."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.admin.desk_forms import ImportForm, PublishForm
from assessment.admin.places import cell, told
from assessment.catalogue.advice import advise
from assessment.catalogue.check import check, prevents_preview
from assessment.catalogue.compare import differences, effects
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue, Role
from assessment.exchange.files import WRITERS, read_any
from assessment.exchange.reading import Document
from assessment.fault import Fault
from assessment.models import AlreadyPublishedError, Assessment, CatalogueChange, CatalogueVersion, DraftImport
from assessment.models.drafting import changing, document_from, draft_document, draft_rows, mark, replace_draft

View = Callable[..., HttpResponseBase]
require_form = require_http_methods(["GET", "HEAD", "POST"])
MOST_LINES = 500
NAMED = ("roles", "grades", "skills")


def staff(right: str) -> Callable[[View], View]:
    """A page of the administration for those who have a right; others are told so whatever the method."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.has_perm(f"assessment.{right}"):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return admin.site.admin_view(wrapped)

    return decorate


def page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page of the editors' room."""
    found = {**admin.site.each_context(request), "title": title, **context}
    return render(request, template, found)


def document_of_version(version: CatalogueVersion | None) -> Document | None:
    """What a version holds, as a document."""
    document: Document | None = json.loads(version.document) if version else None
    return document


def names_in(*documents: Document | None) -> dict[str, dict[str, str]]:
    """What the codes of each section are called in the language of the page; later documents win."""
    return {
        section: {
            item["code"]: item["name"][page_language()] or item["code"]
            for document in filter(None, documents)
            for item in document[section]
        }
        for section in NAMED
    }


def page_language() -> str:
    """The language of the page among those of the catalogue."""
    return "fr" if get_language() == "fr" else "en"


def published_skills(version: CatalogueVersion | None) -> list[str]:
    """The codes of the skills of a version."""
    return version.codes["skills"] if version else []


def newest() -> CatalogueVersion | None:
    """The newest version with its document."""
    return CatalogueVersion.objects.order_by("-number").first()


@staff("view_draftskill")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the draft stands, and what can be done with it."""
    current, document = newest(), draft_document()
    is_empty = not document["levels"]
    errors = [] if is_empty else check(document)
    return page(
        request,
        "admin/draft/home.html",
        _("The catalogue"),
        current=current,
        empty=is_empty,
        changes=() if is_empty else differences(document_of_version(current), document),
        errors=errors,
        warnings=() if is_empty else advise(document, published_skills(current)),
        roles=[] if is_empty or any(map(prevents_preview, errors)) else previews(build(document)),
    )


def previews(catalogue: Catalogue) -> list[tuple[Role, str]]:
    """The roles, each with the code of the first page of its questionnaire."""
    return [(role, catalogue.pages(role.code)[0][0].code) for role in catalogue.roles]


@staff("view_draftskill")
@require_safe
def check_page(request: HttpRequest) -> HttpResponse:
    """Every error and every warning, each with the way to the field that mends it."""
    rows = draft_rows()
    document = document_from(rows)
    return page(
        request,
        "admin/draft/check.html",
        _("Check of the draft"),
        errors=[told(fault, rows) for fault in check(document)],
        warnings=[
            told(fault, rows) for fault in advise(document, published_skills(CatalogueVersion.objects.current()))
        ],
    )


@staff("view_draftskill")
@require_form
def impact(request: HttpRequest) -> HttpResponse:
    """What publishing would change and do; POST publishes exactly the draft that was shown."""
    is_sent = request.method == "POST"
    if is_sent and not request.user.has_perm("assessment.add_catalogueversion"):
        raise PermissionDenied
    form = PublishForm(request.POST if is_sent else None)
    if form.is_valid() and (published := publish(request, form)):
        messages.success(request, _("Version %(number)s is published.") % {"number": published})
        return redirect("admin:assessment_catalogueversion_changelist")
    return impact_page(request, form)


def impact_page(request: HttpRequest, form: PublishForm) -> HttpResponse:
    """The draft beside the newest version, and the form that publishes it."""
    current, document = newest(), draft_document()
    former = document_of_version(current)
    errors = check(document)
    return page(
        request,
        "admin/draft/impact.html",
        _("What publishing changes"),
        current=current,
        next=current.number + 1 if current else 1,
        changes=differences(former, document),
        names=names_in(former, document),
        errors=errors,
        effects=effects(current.catalogue, build(document)) if current and not errors else None,
        drafts=counts_of_drafts(),
        finished=Assessment.objects.exclude(finished=None).count(),
        form=form,
        shown=mark(document),
    )


def publish(request: HttpRequest, form: PublishForm) -> int | None:
    """Publish the draft if it is the one that the person saw; otherwise say why not, and answer None."""
    with transaction.atomic():
        document = draft_document()
        if form.cleaned_data["shown"] != mark(document):
            form.add_error(None, _("The draft was changed after you opened this page. This is what it holds now."))
        elif check(document):
            form.add_error(None, _("The draft has errors: nothing is published before they are mended."))
        else:
            try:
                return CatalogueVersion.objects.publish(build(document), request.user, form.cleaned_data["note"]).number
            except AlreadyPublishedError:
                form.add_error(None, _("The draft is what is published already."))
    return None


def counts_of_drafts() -> list[tuple[int, int]]:
    """How many assessments are not finished, by the number of the version they continue on."""
    by_version = Assessment.objects.filter(finished=None).values_list("version__number")
    return list(by_version.annotate(Count("pk")).order_by("version__number"))


@staff("view_catalogueversion")
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two versions beside each other."""
    found = [
        get_object_or_404(CatalogueVersion, number=int(request.GET.get(name, "")))
        if request.GET.get(name, "").isdecimal() and len(request.GET[name]) < 10
        else None
        for name in ("old", "new")
    ]
    if None in found:
        raise Http404
    old, new = found
    former, later = document_of_version(old), document_of_version(new) or {}
    title = _("From version %(old)s to version %(new)s") % {"old": old, "new": new}
    return page(
        request,
        "admin/draft/compare.html",
        title,
        old=old,
        new=new,
        changes=differences(former, later),
        names=names_in(former, later),
    )


@staff("view_catalogueversion")
@require_safe
def version_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """A version to take away."""
    version = get_object_or_404(CatalogueVersion, number=number)
    return file_response(form, f"careerquiz-{number}", json.loads(version.document), version.published, number)


@staff("view_draftskill")
@require_safe
def draft_file(request: HttpRequest, form: str) -> HttpResponse:
    """The draft to take away."""
    document = draft_document()
    if form in WRITERS and WRITERS[form].needs_finished and check(document):
        messages.error(request, _("This file can be made of a draft without errors only."))
        return redirect("desk:check")
    return file_response(form, "careerquiz-draft", document, CatalogueChange.objects.last_at())


def file_response(form: str, name: str, document: Document, at: datetime, number: int | None = None) -> HttpResponse:
    """A document in one of the forms there are."""
    if form not in WRITERS:
        raise Http404
    writer = WRITERS[form]
    response = HttpResponse(writer.write(document, at, number), content_type=writer.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{form}.{writer.ending}"'
    return response


@staff("add_draftimport")
@require_form
def import_page(request: HttpRequest) -> HttpResponse:
    """Send a file; what it would change is told next, and nothing happens before that is confirmed."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    faults: list[tuple[str, str]] = []
    if form.is_valid():
        document = draft_document()
        reading = read_any(form.cleaned_data["file"].read(), document)
        if reading.document is not None:
            left_out = [line(fault) for fault in reading.left_out]
            held = hold(request, form.cleaned_data["file"].name, reading.document, document, left_out)
            return redirect("desk:confirm", held.uuid)
        faults = [(cell(fault.place), fault.said(_)) for fault in reading.faults]
    shown, more = faults[:MOST_LINES], max(0, len(faults) - MOST_LINES)
    return page(request, "admin/draft/import.html", _("Import a file"), form=form, faults=shown, more=more)


def line(fault: Fault) -> str:
    """What is wrong, and where, in the language of the page."""
    place = cell(fault.place)
    return f"{place}{pgettext('before an explanation', ':')} {fault.said(_)}" if place else fault.said(_)


def hold(request: HttpRequest, name: str, document: Document, draft: Document, left_out: list[str]) -> DraftImport:
    """Keep what the draft would become until it is confirmed."""
    return DraftImport.objects.hold(
        request.user, name=name[:200], document=document, draft_mark=mark(draft), left_out=left_out
    )


@staff("add_draftimport")
@require_form
def confirm(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The dry run: what a file would add, change and remove. POST does it, all or nothing."""
    held = get_object_or_404(DraftImport, uuid=uuid, by=request.user)
    if request.method == "POST" and take(request, held):
        messages.success(request, _("The draft now holds what “%(name)s” brought.") % {"name": held.name})
        return redirect("desk:home")
    document = draft_document()
    changes = differences(document, held.document)
    return page(
        request,
        "admin/draft/confirm.html",
        _("What the file would change"),
        held=held,
        changes=changes,
        names=names_in(document, held.document),
        counts=Counter(change.kind for change in changes),
        is_old=held.draft_mark != mark(document),
        errors=check(held.document),
    )


def take(request: HttpRequest, held: DraftImport) -> bool:
    """Make the draft what was shown, unless it is no longer the draft that the person was told about.

    A second click on the same button finds it done, and does nothing more.
    """
    with changing(request.user, "import", held.name):
        held = get_object_or_404(DraftImport, pk=held.pk)  # as the first of two clicks at once left it
        still = held.draft_mark == mark(draft_document())
        if still:
            replace_draft(held.document)
            held.draft_mark = mark(draft_document())
            held.save(update_fields=["draft_mark"])
    return still


@staff("add_draftimport")
@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Make a draft from a version: shown first, like any file."""
    version = get_object_or_404(CatalogueVersion, number=number)
    name = _("version %(number)s") % {"number": number}
    held = hold(request, name, json.loads(version.document), draft_document(), [])
    return redirect("desk:confirm", held.uuid)
