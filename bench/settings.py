"""The site's settings, for a database of its own."""

import os

os.environ.setdefault("SECRET_KEY", "only-to-measure-" * 4)
os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("OVERVIEW_PUBLIC", "on")

from careerquiz.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["testserver"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
