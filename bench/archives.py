"""Measuring the archives: an import against reading the same files and parsing JSON, and the import's memory."""

from pathlib import Path

from bench.side_by_side import PYTHON, Ended, pair, print_figure, print_pair, run_counted

FLOOR_READ = """
import json, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        text = path.read_bytes().decode("utf-8", "replace")
        try:
            json.loads(text.lstrip("\\ufeff"))
        except ValueError:
            json.loads(json.dumps(text))
"""


def measure(folder: Path, archive: Path) -> None:
    """Import an archive into a store in the folder, which stays for what is measured after it."""
    command = [PYTHON, "-m", "secretariat", "import", str(archive)]
    store = folder / "secretariat.db"

    def ours() -> Ended:
        store.unlink(missing_ok=True)
        return run_counted(command, folder)

    times = pair(ours, lambda: run_counted([PYTHON, "-c", FLOOR_READ, str(archive)], folder), runs=3)
    print_pair("import, against reading and json.loads", times, "")
    print_figure("import, peak memory (MB)", ours().peak, "below 500")
