#!/usr/bin/env python3
"""Run the site's commands: `python manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command; a setting that is missing or wrong is said in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerquiz.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"careerquiz cannot start: {error}")


if __name__ == "__main__":
    main()
