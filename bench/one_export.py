"""Write one export in this process and tell how long it took: `python -m bench.one_export FORMAT FILE`."""

import json
import re
import sys
from pathlib import Path
from time import perf_counter
from typing import Any


def main(name: str, path: str) -> dict[str, Any]:
    """Rows, seconds, and the peak of memory in MB; or why it was refused."""
    import django  # noqa: PLC0415 (first the settings, then what uses them)

    django.setup()
    from assessment.exports.results.rows import Export  # noqa: PLC0415
    from assessment.exports.results.writers import WRITERS  # noqa: PLC0415
    from assessment.models.selection import Selection, counts_of  # noqa: PLC0415

    writer, selection = WRITERS[name], Selection()
    rows = counts_of(selection.assessments()).rows
    if refused := writer.refuse(rows):
        return {"rows": rows, "refused": str(refused)}
    start = perf_counter()
    with Path(path).open("wb") as file:
        file.writelines(writer.write(Export(selection, "en", rows)))
    taken = perf_counter() - start
    return {"rows": rows, "seconds": taken, "peak": peak_of_memory()}


def peak_of_memory() -> float:
    """The most memory this program had, in MB; getrusage would tell that of the process that started it."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))  # noqa: T201
