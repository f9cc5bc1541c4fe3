"""The site as in production, with the bare views of the benchmark beside its pages."""

from bench.paint_settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
ALLAUTH_TRUSTED_PROXY_COUNT = 1  # each journey comes from an address of its own, or limits would stop the benchmark
