"""What a played term is told as: the contract's JSON, a table for people, and the files that hold everything that arrived."""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from secretariat.cli.plain import plain
from secretariat.cli.term.judge.evidence import Evidence
from secretariat.cli.term.judge.reading import kind_of
from secretariat.cli.term.judge.rows import Judgement
from secretariat.cli.term.judge.verdicts import VERDICTS, Verdict
from secretariat.errors import SecretariatError

CONTRACT, MARK = "secretariat.demo/1", "secretariat.played-term/1"
FOLDER = "term"
COLUMNS = ("occasions", *VERDICTS, "doubled", "wrong")


class NotOurs(SecretariatError):
    """A folder holds something that no played term made."""


def contract(scenario: str, judgement: Judgement) -> dict[str, Any]:
    """Give ``secretariat.demo/1``."""
    return {"contract": CONTRACT, "scenario": scenario, "rows": judgement.rows}


def table(judgement: Judgement) -> Iterator[str]:
    """Give the rows as a table for a terminal, and below it what is late, missed, doubled or wrong."""
    heads = [name.replace("_", " ") for name in COLUMNS]
    yield "row  " + "  ".join(heads)
    for row in judgement.rows:
        cells = (f"{row[name]:>{len(head)}}" for name, head in zip(COLUMNS, heads, strict=True))
        yield f"{row['id']:<4} " + "  ".join(cells)
    yield from _late(judgement, VERDICTS[1:])
    yield from _texts(judgement)


def faults(judgement: Judgement) -> Iterator[str]:
    """Give a line for each occasion that was missed, and for each text that came twice or is wrong: what ``well`` is false for."""
    yield from _late(judgement, VERDICTS[-1:])
    yield from _texts(judgement)


def _late(judgement: Judgement, verdicts: Collection[Verdict]) -> Iterator[str]:
    for one in judgement.occasions:
        if one.verdict in verdicts:
            at = "" if one.block is None else f", said in block {one.block:,}"
            yield plain(f"{one.row:<4} {one.verdict.replace('_', ' ')}: {one.occasion}{at}")


def _texts(judgement: Judgement) -> Iterator[str]:
    for name, told in (("doubled", judgement.doubled), ("wrong", judgement.wrong)):
        yield from (plain(f"{row:<4} {name}: {words}") for row, words in told)


def check_folder(out: Path) -> None:
    """Refuse a folder of results that is not of a played term; nothing is changed. Raises NotOurs."""
    folder = out / FOLDER
    if not folder.exists() and not folder.is_symlink():
        return
    try:
        ours = (
            not folder.is_symlink() and json.loads((folder / "judged.json").read_text(encoding="utf-8"))["is"] == MARK
        )
    except (OSError, ValueError, KeyError, TypeError):
        ours = False
    if not ours:
        raise NotOurs(f"{folder} is not of a played term and was not touched. Choose another folder with --out.")


def write_files(out: Path, scenario: str, evidence: Evidence, judgement: Judgement) -> list[Path]:
    """Write what arrived as a page to read, every occasion with what became of it, and all that the judge was shown.

    ``check_folder`` has passed.
    """
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    judged = {
        "is": MARK,
        "scenario": scenario,
        "blocks": [evidence.began, evidence.ended],
        "rows": judgement.rows,
        "occasions": [asdict(one) for one in judgement.occasions],
        "doubled": judgement.doubled,
        "wrong": judgement.wrong,
    }
    names = folder / "arrived.md", folder / "judged.json", folder / "evidence.json"
    names[0].write_text("\n".join(_page(scenario, evidence)), encoding="utf-8")
    names[1].write_text(json.dumps(judged, indent=1) + "\n", encoding="utf-8")
    names[2].write_text(json.dumps(asdict(evidence)) + "\n", encoding="utf-8")
    return list(names)


def _page(scenario: str, evidence: Evidence) -> Iterator[str]:
    yield f"# What arrived in {scenario}, blocks {evidence.began:,} to {evidence.ended:,}\n"
    for one in sorted(evidence.arrived, key=lambda each: each.block):
        yield f"## Block {one.block:,}, {one.place}: {kind_of(one) or 'of no known kind'} ({one.receipt})\n"
        words = f"{one.title}\n\n{one.text}" if one.title else one.text
        yield "\n".join(f"    {plain(line)}" for line in words.splitlines())
        yield ""
