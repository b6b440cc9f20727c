"""Write golden/archive-rows.json from the bundled example. Run as ``python -m tests.contract.write_archive_rows``."""

import json
import tempfile
from pathlib import Path

from tests.cli_run import run
from tests.contract.archive_rows import EXAMPLE, PATH, digest_of, tables_in

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        run("import", str(EXAMPLE), folder=Path(place))
        golden = {
            name: {"columns": columns, "rows": len(rows), "digest": digest_of(rows, columns)}
            for name, (columns, rows) in tables_in(Path(place)).items()
        }
    PATH.write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")
