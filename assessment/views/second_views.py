"""What others say of a person who asked them: the invitations, and the pages of who was invited."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from assessment.views.access import personal, require_form


@require_form
@personal
def views(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404


@require_POST
@personal
def revoke(request: HttpRequest, uuid: UUID, view: UUID) -> HttpResponse:
    """To come."""
    raise Http404


@require_form
@personal
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """To come."""
    raise Http404


@require_form
@personal
def page(request: HttpRequest, token: str, code: str) -> HttpResponse:
    """To come."""
    raise Http404


@require_form
@personal
def review(request: HttpRequest, token: str) -> HttpResponse:
    """To come."""
    raise Http404


@require_form
@personal
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """To come."""
    raise Http404
