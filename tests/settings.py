"""The site's own settings, with the few things that only a test wants otherwise."""

import atexit
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 5)
os.environ.setdefault("HTTPS", "off")

from careerquiz.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
FOLDER = mkdtemp(prefix="careerquiz-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
ERASED_FILE = str(Path(FOLDER) / "erased")  # never that of a site
