"""All assessments of one person, and what they do with one as a whole."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from assessment.views.access import personal


@require_safe
@personal
def assessments(request: HttpRequest) -> HttpResponse:
    """To come."""
    raise Http404


@require_POST
@personal
def rename(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404


@require_POST
@personal
def again(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404


@require_POST
@personal
def join(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404


@require_POST
@personal
def release(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404
