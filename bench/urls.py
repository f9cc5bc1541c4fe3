"""The site's addresses, and two bare views as limits: through the same middleware, with nothing to do."""

import os
from functools import cache
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from careerquiz.urls import urlpatterns as of_the_site


@login_not_required
def page(request: HttpRequest, size: int) -> HttpResponse:
    """A page of so many bytes."""
    return HttpResponse(b"x" * size)


@login_not_required
@csrf_exempt
def insert(request: HttpRequest) -> HttpResponse:
    """One insert with its commit, of what was sent."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_row (sent) VALUES (%s)", [request.POST["sent"]])
    return HttpResponse(status=302, headers={"Location": "/"})


@cache
def _bytes(name: str) -> bytes:
    return Path(os.environ["BENCH_KEPT"], name).read_bytes()


@login_not_required
def kept(request: HttpRequest, name: str) -> HttpResponse:
    """The bytes that the benchmark has put aside under this name."""
    return HttpResponse(_bytes(name))


urlpatterns = [
    path("bare/kept/<str:name>/", kept),
    path("bare/<int:size>/", page),
    path("bare/insert/", insert),
    *of_the_site,
]
