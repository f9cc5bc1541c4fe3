"""The order of a section of the draft, changed by dragging, by keyboard, or by plain buttons."""

from typing import Any

from django.contrib import admin as django_admin
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.admin.forms import who_and_when
from assessment.models import CatalogueChange
from assessment.models.drafting import changing, mark


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, admin: django_admin.ModelAdmin) -> HttpResponse:
    """The items in their order; POST `order` says all of them in the new one, `up` or `down` moves one.

    `shown` is the mark of the order that the page started from: a page that has grown old overwrites nothing.
    """
    if not admin.has_change_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return _save(request, admin)
    rows = _rows(admin)
    return _page(request, admin, rows, rows)


def _rows(admin: django_admin.ModelAdmin) -> list[Any]:
    return list(admin.model._default_manager.select_related())  # a salary is named by its role and its grade


def _mark(rows: list[Any]) -> str:
    return mark([row.pk for row in rows])


def _save(request: HttpRequest, admin: django_admin.ModelAdmin) -> HttpResponse:
    with changing(request.user, "edit"):
        rows = _rows(admin)
        sent = request.POST.getlist("order")
        if request.POST.get("shown") == _mark(rows) and sorted(sent) == sorted(str(row.pk) for row in rows):
            return _store(request, admin, _as_sent(rows, sent))
    return _page(request, admin, rows, _as_sent(rows, sent), _grown_old(admin))


def _as_sent(rows: list[Any], sent: list[str]) -> list[Any]:
    """The rows in the order that was sent, and those it does not name after them."""
    known = {str(row.pk): row for row in rows}
    return [known[key] for key in dict.fromkeys([*sent, *known]) if key in known]


def _grown_old(admin: django_admin.ModelAdmin) -> str:
    kinds = ("moved", "added", "removed")
    changes = CatalogueChange.objects.filter(section=admin.model.section, kind__in=kinds)
    return _(
        "%(who)s changed the order, or what is in it, while you had it open (%(when)s), so nothing was saved yet. "
        "Your order is below, with its present number beside each item that stands elsewhere. Save once more to keep "
        "yours."
    ) % who_and_when(changes)


def _store(request: HttpRequest, admin: django_admin.ModelAdmin, rows: list[Any]) -> HttpResponseRedirect:
    moved = _move(request, rows)
    for place, row in enumerate(rows):
        row.order = place
    admin.model._default_manager.bulk_update(rows, ["order"])
    if not moved:
        messages.success(request, _("The order is saved."))
    return redirect(f"{request.path}#{moved}" if moved else request.path)


def _move(request: HttpRequest, rows: list[Any]) -> str:
    """Move the row that a button names by one place; answers the anchor to come back to."""
    keys = [str(row.pk) for row in rows]
    for name, step in (("up", -1), ("down", 1)):
        key = request.POST.get(name, "")
        if key in keys:
            place = keys.index(key)
            rows.insert(max(place + step, 0), rows.pop(place))
            return f"row-{key}"
    return ""


def _page(
    request: HttpRequest, admin: django_admin.ModelAdmin, rows: list[Any], wanted: list[Any], error: str = ""
) -> HttpResponse:
    """The page with the rows as they are `wanted`, each with the number it has in `rows` where that is another."""
    numbers = {row.pk: number for number, row in enumerate(rows, 1)}
    places = [(row, "" if numbers[row.pk] == number else numbers[row.pk]) for number, row in enumerate(wanted, 1)]
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Order: %(items)s") % {"items": admin.opts.verbose_name_plural},
        "opts": admin.opts,
        "rows": places,
        "shown": _mark(rows),
        "error": error,
    }
    return render(request, "admin/draft/order.html", context)
