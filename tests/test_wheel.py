"""The wheel: it holds the whole site, and runs it from an empty folder without the repository."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from tests.deploying import build, install
from tests.processes import ROOT, surroundings
from tests.test_serve import answer, port  # noqa: F401 (a fixture)

ABOUT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGES = ["careerquiz", "profiles", "assessment"]
FILES = ["templates", "static", "locale"]
PDF = """
from assessment.exports.report_files import FORMS, Taken
from assessment.models import Assessment
found = Assessment.objects.get()
print(FORMS["pdf"].write(Taken(found, found.gap_report(found.role, found.grade), "fr", "fr", with_notes=False))[:5])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        return message_from_bytes(archive.read(f"careerquiz-{ABOUT['version']}.dist-info/METADATA"))


def files_of(folder: Path) -> set[str]:
    return {
        str(path.relative_to(ROOT)) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


# What is in it


def test_the_wheel_holds_every_file_of_the_site_and_nothing_else(wheel: Path) -> None:
    code = set[str]().union(*(files_of(ROOT / name) for name in PACKAGES))
    pages = {f"careerquiz/files/{path}" for name in FILES for path in files_of(ROOT / name)}
    with ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert found == code | pages | {"careerquiz/manage.py"}


def test_the_wheel_asks_for_what_the_site_asks_for(metadata: Message) -> None:
    asked = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(map(normal, asked)) == sorted(map(normal, ABOUT["dependencies"]))
    assert (metadata["Name"], metadata["Version"]) == ("careerquiz", ABOUT["version"])
    assert metadata["Requires-Python"] == ABOUT["requires-python"]


def normal(requirement: str) -> tuple[str, list[str]]:
    """A requirement as its name and its bounds, in no order."""
    name, bounds = re.fullmatch(r"([\w\[\]-]+)(.*)", requirement.replace(" ", "")).groups()  # type: ignore[union-attr]
    return name, sorted(bounds.split(","))


def test_the_wheel_carries_the_licences(wheel: Path, metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT"
    wanted = {"LICENSE", *(f"static/fonts/{path.name}" for path in (ROOT / "static" / "fonts").glob("*.txt"))}
    assert {*metadata.get_all("License-File", [])} == wanted
    folder = f"careerquiz-{ABOUT['version']}.dist-info/licenses"
    with ZipFile(wheel) as archive:
        assert all(archive.read(f"{folder}/{name}") == (ROOT / name).read_bytes() for name in wanted)


# What it does


class Site:
    """An installed site: a virtual environment of its own, and a folder for its data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = folder / "venv" / "bin" / "careerquiz"
        (folder / "data").mkdir()

    def command(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        """Run one of its commands in its data folder."""
        environment = surroundings(DATABASE_URL="", **{"VAR_DIR": str(self.folder / "data"), **variables})
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=environment, capture_output=True, timeout=120, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    found = Site(tmp_path_factory.mktemp("site"))
    install(wheel, found.folder / "venv")
    for arguments in (
        ["migrate", "--verbosity", "0"],
        ["load_catalogue", "--publish", "--if-none"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
        ["sample_data", "--assessments", "1"],
    ):
        status, _, err = found.command(*arguments)
        assert (status, err) == (0, ""), arguments
    return found


def test_an_installed_site_asks_where_its_data_lies(site: Site) -> None:
    status, out, err = site.command("migrate", VAR_DIR="")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("careerquiz cannot start: VAR_DIR is not set")
    status, out, err = site.command("migrate", VAR_DIR="data")
    assert (status, out, err.count("\n"), "VAR_DIR is 'data'" in err) == (1, "", 1, True)


def test_all_that_an_installed_site_writes_lies_in_its_folder(site: Site) -> None:
    assert {path.name for path in site.folder.iterdir()} == {"venv", "data"}
    assert {path.name for path in (site.folder / "data").iterdir()} >= {"careerquiz.sqlite3", "static"}


def test_an_installed_site_is_its_release(site: Site) -> None:
    status, out, err = site.command("check", "--deploy", "--fail-level", "WARNING", HTTPS="on", BEHIND_PROXY="on")
    assert (status, out, err) == (0, "System check identified no issues (2 silenced).\n", "")
    where = site.command("shell", "--no-imports", "-c", "import careerquiz; print(careerquiz.__file__)")[1]
    assert where.startswith(str(site.folder / "venv"))


def test_an_installed_site_prints_reports(site: Site) -> None:
    assert site.command("shell", "--no-imports", "-c", PDF) == (0, "b'%PDF-'\n", "")


@pytest.fixture
def address(site: Site, port: int) -> Iterator[str]:  # noqa: F811
    """The installed site, served."""
    environment = surroundings(DATABASE_URL="", VAR_DIR=str(site.folder / "data"))
    command = [str(site.program), "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, cwd=site.folder, env=environment, stdout=subprocess.DEVNULL) as process:
        found = f"http://127.0.0.1:{port}"
        answer(f"{found}/livez")
        yield found
        process.terminate()
        process.wait(60)


def heading(page: str) -> str:
    found = re.search(r"<h1.*?</h1>", page, re.DOTALL)
    assert found is not None
    return found[0]


def test_an_installed_site_serves_its_pages_in_both_languages_with_their_style(address: str) -> None:
    assert answer(f"{address}/readyz") == (200, "ok\n")
    (_, french), (_, english) = (answer(f"{address}/{language}/") for language in ("fr", "en"))
    assert heading(french) != heading(english)
    styles = re.findall(r'href="(/static/css/[^"]+[.][0-9a-f]{12}[.]css)"', french)
    assert styles
    for style in styles:
        with urlopen(f"{address}{style}", timeout=10) as response:
            assert (response.status, response.headers["Content-Type"]) == (200, 'text/css; charset="utf-8"')
