"""The community's own files in the other forms in which people keep such files, made from them while the test runs."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.acceptance.community import LEDGER, Community, Row, cells, imported, published
from tests.cli_run import run

FIGURES = ("amount_asked", "amount_minted", "exchange_rate", "usd")
FIELDS = ("network", "title", "status", "category", "bounty", "reimbursed", *FIGURES)
KEY = ("chain", "number")
NUMBERS = {"Amount Asked", "Amount Minted", "Exchange Rate", "$ amount"}
SEED = 31


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def _written(rows: list[list[str]], delimiter: str = ",", end: str = "\n") -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator=end).writerows(rows)
    return made.getvalue()


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _utf_16(text: str) -> bytes:
    return text.encode("utf-16")


def _marked(text: str) -> bytes:
    return text.encode("utf-8-sig")


def _quoted(text: str) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(_rows(text))
    return made.getvalue().encode()


def _with_title(text: str) -> bytes:
    return ("Spending Proposal Categories,,,\n" + text).encode()


def _semicolons(text: str) -> bytes:
    return _written(_rows(text), ";").encode()


def _tabs(text: str) -> bytes:
    return _written(_rows(text), "\t").encode()


@pytest.fixture(scope="session")
def alone(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Community:
    """Import the ledger alone, as it is."""
    folder = tmp_path_factory.mktemp("alone")
    return _imported_ledger(folder, (archive / LEDGER).read_bytes())


def _imported_ledger(folder: Path, raw: bytes) -> Community:
    place = folder / "repo" / LEDGER
    place.parent.mkdir(parents=True)
    place.write_bytes(raw)
    return imported(folder / "repo", folder / "store")


def _ledger_text(community: Community) -> str:
    return (community.archive / LEDGER).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("form", [_crlf, _utf_16, _marked, _quoted, _with_title, _semicolons, _tabs])
def test_the_ledger_in_another_form_says_the_same(
    alone: Community, tmp_path: Path, form: Callable[[str], bytes]
) -> None:
    made = _imported_ledger(tmp_path, form(_ledger_text(alone)))
    assert cells(made.rows("spending"), KEY, FIELDS) == cells(alone.rows("spending"), KEY, FIELDS)
    assert len(made.rows("problems")) == len(alone.rows("problems"))


def test_the_ledger_in_a_western_encoding_keeps_its_figures(alone: Community, tmp_path: Path) -> None:
    made = _imported_ledger(tmp_path, _ledger_text(alone).encode("cp1252", "replace"))
    wanted = ("network", "status", *FIGURES)
    assert cells(made.rows("spending"), KEY, wanted) == cells(alone.rows("spending"), KEY, wanted)


def _known_or_open(made: Community, alone: Community) -> int:
    """Check that every figure is the one of the ledger as it is, or unknown with a problem; gives how many are unknown."""
    now, before = cells(made.rows("spending"), KEY, FIELDS), cells(alone.rows("spending"), KEY, FIELDS)
    assert now.keys() == before.keys()
    said = " ".join(row["what"] + row["repair"] for row in made.rows("problems") if row["state"] == "open")
    unknown = 0
    for key, row in now.items():
        for field in FIGURES:
            if row[field] != before[key][field]:
                assert row[field] is None, (key, field, row[field], before[key][field])
                assert f"{key[0]}/{key[1]} " in said or f"{key[0]}/{key[1]}" in said, (key, field)
                unknown += 1
    return unknown


def test_semicolons_and_decimal_commas_say_the_same_or_are_unknown(alone: Community, tmp_path: Path) -> None:
    header, *rows = _rows(_ledger_text(alone))
    figures = [index for index, name in enumerate(header) if name.strip() in NUMBERS]
    assert len(figures) == 4
    for row in rows:
        for index in figures:
            if index < len(row) and row[index].count(".") == 1 and "," not in row[index]:
                row[index] = row[index].replace(".", ",")
    made = _imported_ledger(tmp_path, _written([header, *rows], ";").encode())
    known = sum(row[field] is not None for row in alone.rows("spending") for field in FIGURES)
    assert _known_or_open(made, alone) < known * 0.05


def test_the_older_header_of_11_columns_says_the_same(alone: Community, tmp_path: Path) -> None:
    header, *rows = _rows(_ledger_text(alone))
    group = [name.strip() for name in header].index("WG")
    narrow = [row[:group] + row[group + 1 :] for row in (header, *rows)]
    made = _imported_ledger(tmp_path, b"Spending Proposal Categories,,,\n" + _written(narrow).encode())
    assert cells(made.rows("spending"), KEY, FIELDS) == cells(alone.rows("spending"), KEY, FIELDS)
    assert {row["group"] for row in made.rows("spending")} == {None}


def _report(community: Community, chance: Random) -> Path:
    found = sorted((community.archive / "archives" / "council" / "tokenomics").rglob("*.md"))
    return chance.choice(found).relative_to(community.archive)


@pytest.mark.parametrize("number", range(4))
def test_a_report_under_another_name_says_the_same(community: Community, tmp_path: Path, number: int) -> None:
    chance = Random(f"{SEED}/{number}")
    path = _report(community, chance)
    names = (path.name.replace("_", "-"), path.name.replace("_", " ").lower(), path.name.replace(".md", " (1).md"))
    other = tmp_path / "repo" / path.parent / chance.choice(names)
    other.parent.mkdir(parents=True)
    shutil.copy(community.archive / path, other)
    shutil.copytree(other.parent, tmp_path / "same" / path.parent)
    (tmp_path / "same" / path.parent / other.name).rename(tmp_path / "same" / path)
    renamed, same = imported(tmp_path / "repo", tmp_path / "one"), imported(tmp_path / "same", tmp_path / "two")
    for name in ("terms", "refills", "groups", "workers", "growth", "forum"):
        assert _without_sources(renamed, name) == _without_sources(same, name), (name, path.name, other.name)
    assert renamed.rows("terms")


def _without_sources(community: Community, name: str) -> list[Row]:
    return [{key: value for key, value in row.items() if "source" not in key} for row in community.rows(name)]


def test_a_renamed_report_is_the_same_document(community: Community, tmp_path: Path) -> None:
    archive = tmp_path / "repo"
    shutil.copytree(community.archive, archive)
    folder = imported(archive, tmp_path / "store").folder
    path = _report(community, Random(SEED))
    (archive / path).rename(archive / path.parent / f"Copy_of_{path.name}")
    run("import", str(archive), folder=folder)
    after = published(folder)
    for name in ("terms", "refills", "groups", "workers"):
        assert len(json.loads(after[name])["rows"]) == len(community.rows(name)), name


DUMPS = ("forum_categories", "forum_threads", "proposal_threads", "proposals")
SCREEN = "\nChain state\nselected state query\nforum.threadById(u64, u64): Thread\nClick to copy\n\n"


def _dump(community: Community, name: str) -> str:
    return (community.archive / "archives" / "giza_backup" / f"{name}.txt").read_text(encoding="utf-8")


def _records(folder: Path, texts: dict[str, str]) -> tuple[Community, dict[str, int]]:
    place = folder / "repo" / "archives" / "giza_backup"
    place.mkdir(parents=True)
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    made = imported(folder / "repo", folder / "store")
    return made, {Path(row["path"]).stem: row["records"] for row in made.rows("files")}


def test_a_dump_pasted_twice_says_the_same(community: Community, tmp_path: Path) -> None:
    _, once = _records(tmp_path / "once", {name: _dump(community, name) for name in DUMPS})
    single = {name: _dump(community, name) for name in DUMPS}
    made, twice = _records(tmp_path / "twice", {name: text + SCREEN + text for name, text in single.items()})
    assert twice == once
    again = published(tmp_path / "once" / "store")
    for name in ("proposals", "forum-categories", "proposal-types"):
        assert [{**row, "source": ""} for row in made.rows(name)] == [
            {**row, "source": ""} for row in json.loads(again[name])["rows"]
        ]
    said = {row["file"] for row in made.rows("problems") if row["code"] == "dump-pasted-twice"}
    assert {Path(file).stem for file in said} == set(DUMPS)


@pytest.mark.parametrize("number", range(3))
def test_a_dump_that_is_cut_off_gives_the_entries_before_the_cut(
    community: Community, tmp_path: Path, number: int
) -> None:
    chance = Random(f"{SEED}/{number}")
    cut: dict[str, str] = {}
    for name in DUMPS:
        lines = _dump(community, name).split("\n")
        cut[name] = "\n".join(lines[: chance.randrange(10, len(lines))])
    made, found = _records(tmp_path, cut)
    whole = _entries(community)
    for name, text in cut.items():
        # a dump may hold one entry twice, so that the entries before the cut are an upper bound
        assert 0 < found[name] <= text.count("\n    ],\n    {") or text.count("\n    ],\n    {") <= 1
    proposals = cells(made.rows("proposals"), KEY, ("title", "created_block", "proposer_id"))
    assert all(whole[key] == row for key, row in proposals.items() if whole[key]["title"] is not None)


def _entries(community: Community) -> dict[tuple[Any, ...], Row]:
    return cells(community.rows("proposals"), KEY, ("title", "created_block", "proposer_id"))
