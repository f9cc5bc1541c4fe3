"""The site as in production, with the files of its pages gathered in a folder of the benchmark."""

import os
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "only-to-measure-" * 4)
os.environ.setdefault("HTTPS", "off")

from careerquiz.settings import *  # noqa: F403

STATIC_ROOT = Path(os.environ["BENCH_STATIC"])
