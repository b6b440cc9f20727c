"""A store of archives alone publishes what it always did: every column of every table, row by row."""

import json
from pathlib import Path

from tests.cli_run import run
from tests.contract.archive_rows import EXAMPLE, PATH, digest_of, tables_in


def test_what_archives_say_stays_as_it_was(tmp_path: Path) -> None:
    run("import", str(EXAMPLE), folder=tmp_path)
    now = tables_in(tmp_path)
    golden = json.loads(PATH.read_text(encoding="utf-8"))
    assert set(golden) <= set(now)
    changed = [
        name
        for name, was in golden.items()
        if len(now[name][1]) != was["rows"] or digest_of(now[name][1], was["columns"]) != was["digest"]
    ]
    assert not changed, "if the archives are read otherwise on purpose: python -m tests.contract.write_archive_rows"


def test_tables_and_columns_of_live_sources_alone_are_empty(tmp_path: Path) -> None:
    run("import", str(EXAMPLE), folder=tmp_path)
    now = tables_in(tmp_path)
    assert {row["table"] for row in now["unknown-figures"][1] if row["chain"] != "mainnet"} == {"terms"}
    assert not [row for row in now["unknown-figures"][1] if row["chain"] == "mainnet"]
    golden = json.loads(PATH.read_text(encoding="utf-8"))
    filled = {
        (name, column)
        for name, was in golden.items()
        for column in set(now[name][0]) - set(was["columns"])
        for row in now[name][1]
        if row[column] is not None
    }
    assert filled <= {
        ("council-members", "terms_on_all_chains"),
        ("terms", "council_spent"),
        ("terms", "term_numbering"),
    }
