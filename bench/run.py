"""Measure the goals in one run, each beside its floor, and print them: python -m bench.run [SUBJECT ...].

Every pair is run alternately, in seconds of the processor (user and system) that the programs take by themselves: on a
machine that others use too, the time on the wall tells of them. Median of the runs; memory in MB. The subjects are
archives, commands, workbook, live, practice and ten-times; commands and workbook need what archives leaves. The last is
only run by name.
"""

import os
import sys
import tempfile
from pathlib import Path

from bench import archives, commands, live, practice, workbook
from bench.side_by_side import print_heading

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared")).resolve()
ARCHIVE = SHARED / "data" / "community-repo"
EXAMPLE = ROOT / "src" / "secretariat" / "demo" / "archive"
SCHEMA = SHARED / "data" / "joystream" / "query-node-introspection.json"


def main() -> None:
    """Run every measurement, or those of the subjects that are named."""
    wanted = set(sys.argv[1:])
    archive = ARCHIVE if ARCHIVE.is_dir() else EXAMPLE
    print(f"archive: {'the community repository beside the checkout' if archive == ARCHIVE else 'the bundled example'}")
    print(f"machine: {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    print_heading()
    if not wanted or wanted - {"live", "practice", "ten-times"}:
        with tempfile.TemporaryDirectory() as folder:
            archives.measure(Path(folder), archive)
            commands.measure(Path(folder))
            workbook.measure(Path(folder))
    if not wanted or "live" in wanted:
        live.measure(SCHEMA)
    if not wanted or "practice" in wanted:
        practice.measure()
    if "ten-times" in wanted:
        practice.measure("ten-times", practice.Goals())


if __name__ == "__main__":
    main()
