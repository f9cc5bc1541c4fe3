"""Who gets to which page, and how it is kept from others."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment import links
from assessment.models import Assessment, CatalogueVersion

View = Callable[..., HttpResponseBase]
require_form = require_http_methods(["GET", "HEAD", "POST"])


def personal(view: View) -> View:
    """A page about one person: open without an account, but never stored, indexed or told to another site."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return login_not_required(never_cache(wrapped))


def with_version(view: View) -> View:
    """A public page about the published catalogue; says so kindly while there is none."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        version = CatalogueVersion.objects.current()
        if version is None:
            return render(request, "unready.html", status=503)
        return view(request, version, *args, **kwargs)

    return login_not_required(wrapped)


def own(request: HttpRequest, uuid: UUID) -> Assessment:
    """The assessment, if it is this person's."""
    assessment = get_object_or_404(Assessment.objects.visible_to(request.user, links.tokens(request)), uuid=uuid)
    assessment.version = CatalogueVersion.objects.known(assessment.version_id)
    return assessment
