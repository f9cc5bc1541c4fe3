"""All that is kept of one assessment."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.views.access import personal


@require_safe
@personal
def assessment_data(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To come."""
    raise Http404
