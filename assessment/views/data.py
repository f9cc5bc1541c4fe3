"""All that is kept of one assessment."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.models import Assessment
from assessment.personal import about_all
from assessment.views.access import own, personal
from careerquiz.client import address_of
from careerquiz.limits import DATA, limited
from profiles.data import as_file
from profiles.models import Event, User


@require_safe
@personal
@limited(DATA)
def assessment_data(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All of it as JSON, draft or finished: in the manner of the account's file, which holds all of an account."""
    found = Assessment.objects.filter(pk=own(request, uuid).pk)
    Event.objects.record("data", request.user, subject=str(uuid), address=address_of(request))
    who = request.user if isinstance(request.user, User) else None
    return as_file({"assessments": about_all(found, who)})
