"""What a played term is told as: a line for each fault, in the table and, beside the JSON, on standard error."""

import json
from pathlib import Path
from typing import Any

import pytest

from secretariat.cli.term import show, told
from secretariat.cli.term.judge.rows import Judged, Judgement
from tests.demo.term.invented import evidence


def test_what_is_missed_doubled_or_wrong_is_told_in_a_line_each() -> None:
    judgement = Judgement(
        occasions=[
            Judged(row="E4", occasion="voting", verdict="missed"),
            Judged(row="E2", occasion="announcing", verdict="late_by_source", block=7_000),
            Judged(row="E1", occasion="introductions", verdict="in_time", block=7),
        ],
        doubled=[("B8", "discord, block 9: said already")],
        wrong=[("B12", "discord, block 8: \x1b[2J is harmful")],
    )
    faults = ["E4   missed: voting", "B8   doubled: discord, block 9: said already"]
    faults.append("B12  wrong: discord, block 8: \\x1b[2J is harmful")
    assert list(told.faults(judgement)) == faults
    assert list(told.table(judgement))[-4:] == [
        faults[0],
        "E2   late by source: announcing, said in block 7,000",
        *faults[1:],
    ]


@pytest.mark.parametrize("missed", [True, False])
def test_a_play_told_as_json_names_what_is_missed_on_standard_error(
    missed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(texts: dict[str, Any]) -> None:
        if missed:
            del texts["voting"]

    shown = evidence(change)
    monkeypatch.setattr(show, "_played", lambda *_: shown)
    assert show.show(tmp_path, "some-world", as_json=True, takes=100) is not missed
    out, err = capsys.readouterr()
    assert list(json.loads(out)) == ["contract", "scenario", "rows"]
    assert f"What was judged stands in {tmp_path / 'term' / 'judged.json'}." in err
    assert ("E4   missed: voting" in err) is missed
