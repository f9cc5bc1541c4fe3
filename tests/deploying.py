"""The wheel, and docs/deploy.md as a test reads it: the commands of its sections, for those who run them."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.processes import ROOT

PAGE = ROOT / "docs" / "deploy.md"
DEPLOY = ROOT / "deploy"


def section(heading: str) -> str:
    """The text under a heading, to the next one."""
    return PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]


def blocks(heading: str) -> list[str]:
    """The blocks of commands under a heading, in order."""
    return re.findall(r"^```sh\n(.*?)^```$", section(heading), re.MULTILINE | re.DOTALL)


def script(heading: str, *, first: int = 1, last: int = 99) -> str:
    """Those blocks, counted from 1, as one script that ends at the first command that fails."""
    return "set -eux\n" + "".join(blocks(heading)[first - 1 : last])


def pip(*arguments: str) -> tuple[int, str]:
    """Run pip, which asks nobody; its status and its errors."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return done.returncode, done.stderr


def build(folder: Path) -> Path:
    """The wheel of this tree, made in a folder."""
    made = pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT))
    assert made == (0, "")
    return next(folder.glob("*.whl"))


def install(wheel: Path, venv: Path) -> None:
    """A new virtual environment with the wheel in it; what it needs is taken from where the tests have it."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True, timeout=60)
    assert pip("--python", str(venv / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel)) == (0, "")
    place = next(venv.glob("lib/python*/site-packages"))
    (place / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
