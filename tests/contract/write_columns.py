"""Write golden/columns.json: every released column with its type and unit. Run as ``python -m tests.contract.write_columns``."""

import json
from pathlib import Path

from secretariat.desk.despite import despite_table
from secretariat.duties.register import DUTIES

if __name__ == "__main__":
    columns = {
        table.name: {column.name: [column.unit.type, column.unit.name] for column in table.columns}
        for table in (*(table for duty in DUTIES for table in duty.tables), despite_table(()))
    }
    path = Path(__file__).parent / "golden" / "columns.json"
    path.write_text(json.dumps(columns, indent=1) + "\n", encoding="utf-8")
