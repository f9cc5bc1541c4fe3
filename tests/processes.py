"""The site's commands as an operator runs them: in a process of their own, with an environment of their own."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NO_DATABASE = "sqlite:////nowhere/at/all/careerquiz.sqlite3"


def surroundings(**variables: str) -> dict[str, str]:
    """An environment with what a command needs and nothing else of ours; an empty value takes a variable out."""
    own = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": secrets.token_urlsafe(50),
        "HTTPS": "off",
        "DATABASE_URL": NO_DATABASE,
    }
    return {name: value for name, value in (own | variables).items() if value}


def manage(*arguments: str, given: bytes = b"", folder: Path = ROOT, **variables: str) -> tuple[int, str, str]:
    """Run `manage.py`; answers its exit status, its output and its errors."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(
        command, input=given, capture_output=True, cwd=folder, env=surroundings(**variables), timeout=120, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()
