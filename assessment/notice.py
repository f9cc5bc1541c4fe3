"""Which notice a person was shown before they began: how its text was worded, and what it said of this site."""

import hashlib
import json

from django.conf import settings

EDITION = "2026-11-23"  # the day of the present wording of templates/_notice.html and privacy.html
PRINTED = (
    "OPERATOR_NAME",
    "OPERATOR_EMAIL",
    "LEGAL_BASIS",
    "RESUME_LINK_DAYS",
    "RETENTION_MONTHS",
    "LOG_MONTHS",
    "GROUP_FLOOR",
    "OVERVIEW_PUBLIC",
)


def version() -> str:
    """The day of its wording and eight hexadecimal digits that follow from the settings it prints; 19 characters.

    Another wording or another setting is another version; the same ones are the same version on every node.
    """
    said = json.dumps([getattr(settings, name) for name in PRINTED])
    return f"{EDITION}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
