"""A request: its number, which every line of the log written meanwhile carries, and what became of it."""

import logging
import re
import secrets
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse

from careerquiz import logs, metrics

access = logging.getLogger(logs.FIELDS)
NUMBER = re.compile(r"[0-9A-Za-z-]{8,64}")  # what we take from a proxy: nothing that could break a line or a page


class RequestMiddleware:
    """Number each request, and tell the log and the metrics what became of it, where they are switched on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        switched = ((_log, settings.ACCESS_LOG), (metrics.count, settings.METRICS_TOKEN))
        self.tell = [tell for tell, on in switched if on]
        request_finished.connect(_forget, dispatch_uid="careerquiz.requests")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the time is that until an answer begins, since a long file takes as long as its reader does."""
        found = _number(request)
        logs.number.set(found)
        began = perf_counter()
        response = self.get_response(request)
        response.headers["X-Request-ID"] = found
        if self.tell:
            seconds = perf_counter() - began
            route = request.resolver_match.view_name if request.resolver_match else metrics.NO_ROUTE
            for tell in self.tell:
                tell(request.method or "", route, response.status_code, seconds)
        return response


def _number(request: HttpRequest) -> str:
    """That of a proxy of ours, so that its log and this one can be read together; otherwise a new one."""
    given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
    return given if NUMBER.fullmatch(given) else secrets.token_hex(8)


def _log(method: str, route: str, status: int, seconds: float) -> None:
    fields = {"method": metrics.known(method), "route": route, "status": status, "ms": round(seconds * 1000, 1)}
    access.info("%(method)s %(route)s %(status)s %(ms)s ms", fields)


def _forget(**kwargs: Any) -> None:
    logs.number.set("")
