"""What changed between two sittings, and over all of a role."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.views.access import personal


@require_safe
@personal
def progress(request: HttpRequest) -> HttpResponse:
    """To come."""
    raise Http404


@require_safe
@personal
def compare(request: HttpRequest) -> HttpResponse:
    """To come."""
    raise Http404
