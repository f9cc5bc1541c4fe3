"""The order of a section of the draft, changed by dragging, by keyboard, or by plain buttons."""

from typing import Any

from django.contrib import admin as django_admin
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.models import DraftItem
from assessment.models.drafting import changing


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, admin: django_admin.ModelAdmin) -> HttpResponse:
    """The items in their order; POST `order` says all of them in the new one, `up` or `down` moves one."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return _save(request, admin)
    return _page(request, admin, _rows(admin))


def _rows(admin: django_admin.ModelAdmin) -> list[DraftItem]:
    related = {"draftsalary": ("role", "grade"), "draftskill": ("competency",)}.get(admin.opts.model_name or "", ())
    return list(admin.model._default_manager.select_related(*related))


def _save(request: HttpRequest, admin: django_admin.ModelAdmin) -> HttpResponse:
    with changing(request.user, "edit"):
        rows = {str(row.pk): row for row in _rows(admin)}
        sent = request.POST.getlist("order")
        if sorted(sent) == sorted(rows):
            return _store(request, [rows[key] for key in sent])
    error = _(
        "Something was added or taken away while you had this page open: this is the order now. Nothing was saved."
    )
    return _page(request, admin, list(rows.values()), error)


def _store(request: HttpRequest, rows: list[Any]) -> HttpResponseRedirect:
    moved = _move(request, rows)
    for place, row in enumerate(rows):
        row.order = place
    type(rows[0]).objects.bulk_update(rows, ["order"])
    if not moved:
        messages.success(request, _("The order is saved."))
    return redirect(f"{request.path}#{moved}" if moved else request.path)


def _move(request: HttpRequest, rows: list[Any]) -> str:
    """Move the row that a button names by one place; answers the anchor to come back to."""
    for name, step in (("up", -1), ("down", 1)):
        found = [place for place, row in enumerate(rows) if str(row.pk) == request.POST.get(name)]
        for place in found:
            to = min(max(place + step, 0), len(rows) - 1)
            rows.insert(to, rows.pop(place))
            return f"row-{rows[to].pk}"
    return ""


def _page(request: HttpRequest, admin: django_admin.ModelAdmin, rows: list[DraftItem], error: str = "") -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Order: %(items)s") % {"items": admin.opts.verbose_name_plural},
        "opts": admin.opts,
        "rows": rows,
        "error": error,
    }
    return render(request, "admin/draft/order.html", context)
