#!/usr/bin/env python3
"""Run the site's commands: `python manage.py help` lists them."""

import io
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError


def main() -> None:
    """Run one command; what the person in charge has to mend is said in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerquiz.settings")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A dumped catalogue has a hash, whatever the terminal speaks; the name of a file may be no text at all.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"careerquiz cannot start: {error}")
    except DatabaseError as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"The database refuses: {str(error).splitlines()[0]}. Has `manage.py migrate` been run?")


if __name__ == "__main__":
    main()
