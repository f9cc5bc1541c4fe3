"""Print docs/licences.md: what is installed with careerquiz, by the packages' own metadata. `make licences` runs it."""

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; (.*?))? \\$", re.MULTILINE)

# Looked at by a person: each lets careerquiz be given away under the MIT licence. Another one ends this program.
JUDGED = {
    "Apache-2.0": "Apache-2.0",
    "Apache-2.0 OR BSD-3-Clause": "Apache-2.0 or BSD-3-Clause",
    "BSD": "BSD",
    "BSD License": "BSD",
    "BSD License, Apache Software License, Mozilla Public License 2.0 (MPL 2.0)": "BSD; parts Apache-2.0, MPL-2.0",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "LGPL-3.0-only": "LGPL-3.0-only",
    "MIT": "MIT",
    "MIT-0": "MIT-0",
    "PSF-2.0": "PSF-2.0",
}

PAGE = """# Licences

careerquiz is under the MIT licence ([LICENSE](../LICENSE)), its two fonts under the SIL Open Font License 1.1
(`static/fonts/*-licence.txt`). Beside it are installed, by `requirements.txt`, and by `requirements-parquet.txt` where
Parquet is wanted:

| package | version | licence, as its metadata says |
| --- | --- | --- |
{rows}

All of them let careerquiz be used, changed and given away under the MIT licence: none of their code is in its wheel.
All but psycopg ask for no more than their notices to be kept. psycopg is under the GNU Lesser GPL: used as it is and
installed apart, it asks nothing of the code that calls it; who gives away both together, in a container for instance,
passes its licence and source on and lets it be exchanged. The wheels of psycopg-binary, cryptography and typst hold
libraries and fonts of others (libpq, OpenSSL, fonts under the SIL Open Font License and the GUST Font License among
them) under licences as free.

`make licences` writes this page from what is installed and refuses a licence that nobody has looked at; a test compares
it with the lists.
"""


def pinned() -> dict[str, tuple[str, str]]:
    """Each package of the two lists, in order: its version, and the condition on which it is installed."""
    lists = ("requirements.txt", "requirements-parquet.txt")
    found = PINNED.findall("".join((ROOT / name).read_text(encoding="utf-8") for name in lists))
    return {name: (version, marker) for name, version, marker in sorted(found)}


def licence(name: str, version: str) -> str:
    """What the metadata of an installed package says. Raises ValueError for what nobody has judged."""
    about = metadata.metadata(name)
    if about["Version"] != version:
        raise ValueError(f"{name} is {about['Version']} here, and {version} in the list: install it first")
    said = list(filter(None, [*said_by(about)]))
    judged = next((JUDGED[text] for text in said if text in JUDGED), None)
    if judged is None:
        raise ValueError(f"{name} is under {' or '.join(said)[:80]!r}, which nobody has looked at")
    return judged


def said_by(about: metadata.PackageMetadata) -> Iterator[str]:
    """What metadata says of the licence, in each of the three ways that there are, the newest first."""
    for name in ("License-Expression", "License"):
        yield (about.get_all(name) or [""])[0]
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    yield ", ".join(line.split(" :: ")[-1] for line in classifiers)


def row(name: str, version: str, marker: str) -> str:
    """A line of the table."""
    elsewhere = "win32" in marker
    return f"| {name} | {version} | {'on Windows only' if elsewhere else licence(name, version)} |"


def page() -> str:
    """The whole page."""
    return PAGE.format(rows="\n".join(row(name, *rest) for name, rest in pinned().items()))


if __name__ == "__main__":
    try:
        sys.stdout.write(page())
    except (ValueError, metadata.PackageNotFoundError) as error:
        sys.exit(f"docs/licences.md cannot be written: {error}")
