"""Reports whose layout is damaged: a figure that is lost is named, whichever line was hit."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import pytest

from secretariat.facts.elections import ReportedSeat
from secretariat.facts.problems import Target
from secretariat.facts.terms import TermFigures
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.bounties import table as bounties
from secretariat.sources.archives.council import report as council
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.kpis import okr
from secretariat.sources.archives.reports import hand_leaderboard
from secretariat.sources.archives.tokenomics import report as tokenomics
from tests.sources.archives.bounties.test_bounty_table import GOOD, HEAD
from tests.sources.archives.council.test_council_report import PATH, REPORT
from tests.sources.archives.kpis.test_okr import TEXT as OKR
from tests.sources.archives.read_text import facts, read
from tests.sources.archives.reports.test_hand_leaderboard import BOARD
from tests.sources.archives.reports.test_hand_leaderboard import PATH as BOARD_PATH
from tests.sources.archives.tokenomics.report_texts import THIRD

OKR_PATH = "council/okr/2024_Q3.md"
TERM = "tokenomics/giza/Council_Round47_4798800-4899599_Tokenomics_Report.md"
BOUNTIES = "\n".join([HEAD, GOOD, GOOD.replace("| 3 |", "| 4 |"), GOOD.replace("| 3 |", "| 5 |"), ""])
DOCUMENTS = [
    (tokenomics.FORMAT, THIRD, TERM),
    (council.FORMAT, REPORT, PATH),
    (bounties.FORMAT, BOUNTIES, "bounties/README.md"),
    (hand_leaderboard.FORMAT, BOARD, BOARD_PATH),
    (okr.FORMAT, OKR, OKR_PATH),
]


def _without_pipes(line: str) -> str | None:
    return line.replace("|", " ").strip() if "|" in line else None


def _with_tabs(line: str) -> str | None:
    return line.replace("|", "\t").strip() if "|" in line else None


def _gone_with_its_dashes(line: str) -> str | None:
    return "" if re.fullmatch(r"[|\s:-]*-[|\s:-]*", line) and "|" in line else None


def _with_long_dashes(line: str) -> str | None:
    return line.replace("-", "\u2014") if re.fullmatch(r"[|\s:-]*-[|\s:-]*", line) and "|" in line else None


def _without_colon(line: str) -> str | None:
    return line.replace(":", " ", 1) if ":" in line and not line.startswith("#") and "|" not in line else None


def _with_equals(line: str) -> str | None:
    return line.replace(":", " =", 1) if ":" in line and not line.startswith("#") and "|" not in line else None


def _without_hashes(line: str) -> str | None:
    return line.lstrip("# ") if line.startswith("#") else None


def _in_bold(line: str) -> str | None:
    return f"**{line.lstrip('# ').strip()}**" if line.startswith("#") else None


def _values(reading: Reading) -> dict[tuple[str, str, str], Any]:
    return {
        (*place, f.name): getattr(record.fact, f.name)
        for place, record in reading.records.items()
        for f in fields(record.fact)
        if f.name != "position" and getattr(record.fact, f.name) is not None
    }


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(problem.code, problem.what) for problem in reading.problems}


def _hit(text: str, damage: Callable[[str], str | None]) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        changed = damage(line)
        if changed is not None:
            yield number + 1, "\n".join([*lines[:number], changed, *lines[number + 1 :]])


@pytest.mark.parametrize(
    "damage",
    [
        _without_pipes,
        _with_tabs,
        _gone_with_its_dashes,
        _with_long_dashes,
        _without_colon,
        _with_equals,
        _without_hashes,
        _in_bold,
    ],
)
@pytest.mark.parametrize(("format_", "text", "path"), DOCUMENTS, ids=lambda each: getattr(each, "name", "")[:20])
def test_nothing_is_lost_in_silence(format_: Format, text: str, path: str, damage: Callable[[str], str | None]) -> None:
    whole = read(format_, text, path)
    before, known = _values(whole), _said(whole)
    for line, damaged in _hit(text, damage):
        reading = read(format_, damaged, path)
        now = _values(reading)
        lost = {place for place, value in before.items() if now.get(place) != value}
        assert not lost or _said(reading) - known, (line, damaged.split("\n")[line - 1], sorted(lost)[:3])


@pytest.mark.parametrize("damage", [_without_hashes, _in_bold])
@pytest.mark.parametrize(("format_", "text", "path"), DOCUMENTS, ids=lambda each: getattr(each, "name", "")[:20])
def test_a_heading_without_hashes_is_read_as_the_heading(
    format_: Format, text: str, path: str, damage: Callable[[str], str | None]
) -> None:
    whole = read(format_, text, path)
    for line, damaged in _hit(text, damage):
        reading = read(format_, damaged, path)
        assert _values(reading) == _values(whole), (line, damaged.split("\n")[line - 1])
        new = [problem for problem in reading.problems if (problem.code, problem.what) not in _said(whole)]
        assert [(one.code, one.line, one.applied) for one in new] in ([], [("heading-lost", line, True)])


@pytest.mark.parametrize(
    ("title", "line"),
    [("### 1.4 - Council Roles", 1), ("### 1.5 - Council Mint", 1), ("### 2.1 - Proposal Overview", 1)],
)
@pytest.mark.parametrize("change", ["### 1.9 - Something else", ""], ids=["renamed", "gone"])
def test_what_only_its_own_section_reads_is_named_in_any_other(title: str, line: int, change: str) -> None:
    (heading,) = [text for text in REPORT.split("\n") if text.startswith(title)]
    damaged = REPORT.replace(heading, change)
    whole, reading = read(council.FORMAT, REPORT, PATH), read(council.FORMAT, damaged, PATH)
    assert _values(reading) != _values(whole)
    at = damaged.split("\n").index(change) + 1 if change else REPORT.split("\n").index(heading) + 1
    lines = [one.line for one in reading.problems if one.code == "heading-lost" and not one.applied]
    assert any(at < found <= at + 3 for found in lines), lines


@pytest.mark.parametrize("section", ["Council members", "Proposal overview", "Proposal breakdown"])
def test_a_section_that_is_missing_is_named(section: str) -> None:
    head = "# Council Election Round #7 - Performance Review and Minutes\n### Council Round Overview\n"
    parts = [f"### {one}\n" for one in ("Council members", "Proposal overview", "Proposal breakdown") if one != section]
    reading = read(council.FORMAT, f"{head}* Council Election Round: #7\n{''.join(parts)}", PATH)
    assert [one.what for one in reading.problems if one.code == "heading-lost"] == [
        one.what for one in reading.problems if section in one.what
    ]
    assert len([one for one in reading.problems if one.code == "heading-lost"]) == 1


def test_a_title_in_a_sentence_or_beside_its_heading_is_no_heading() -> None:
    text = REPORT + "\nProposal 7 - was a good one.\n\n- Council Roles\n\nMinutes\n"
    assert "heading-lost" not in [one.code for one in read(council.FORMAT, text, PATH).problems]


def test_one_row_without_pipes_takes_no_other_with_it() -> None:
    row = "| Validator Total Stake      | 523128961 | 530107185 | 1.33 |"
    rows = ["# T", "## 4 Roles", "### 4.1 Validators", "| Property | Start Block | End Block | % Change |",
            "|---|---|---|---|", "Number of Validators       48 / 75   48 / 75   0", row]  # fmt: skip
    reading = read(tokenomics.FORMAT, "\n".join(["# T", "* Council session #: 47", *rows]), TERM)
    (term,) = facts(reading, TermFigures)
    assert isinstance(term, TermFigures)
    assert (term.validator_stake_end, term.validators_start) == (530107185 * 10**10, None)
    assert [problem.line for problem in reading.problems if "Number of Validators" in problem.what]


def test_rows_without_a_head_are_named_with_their_lines() -> None:
    text = "\n".join(
        ["# Tokenomics", "* Council session #: 47", "", "| Total Applicants | 18 |", "| Total Votes | 19 |"]
    )
    reading = read(tokenomics.FORMAT, text, TERM)
    (found,) = [problem for problem in reading.problems if problem.code == "row-malformed"]
    assert (found.line, found.refused) == (4, True)
    assert "lines 4 to 5" in found.what
    assert "Total Applicants" in found.what


def test_a_line_without_its_colon_can_be_repaired_by_hand() -> None:
    reading = read(tokenomics.FORMAT, "# Tokenomics\n* Council session #: 47\n* Number of council members 12\n", TERM)
    (found,) = [problem for problem in reading.problems if problem.code == "row-malformed"]
    assert found.line == 3
    assert found.target == Target(kind=TermFigures.KIND, key="antioch/47", field="seats")


def test_a_heading_without_a_space_is_a_heading_and_lines_under_the_title_are_read() -> None:
    text = "# Tokenomics\n* Council session #: 47\n* Number of council members: 12\n##4.2 Curator Role\n"
    table = "| Property | Start Block | End Block |\n|--|--|--|\n| Number of Curators | 4 | 6 |\n"
    reading = read(tokenomics.FORMAT, text + table, TERM)
    (term,) = facts(reading, TermFigures)
    (group,) = facts(reading, GroupTerm)
    assert isinstance(term, TermFigures)
    assert isinstance(group, GroupTerm)
    assert (term.seats, group.group, group.workers_end) == (12, "curators", 6)


def test_a_label_that_lost_its_closing_bracket_keeps_its_unit() -> None:
    table = "| Property | Start Block | End Block |\n|--|--|--|\n| Size of content (MB     | 1.5 | 2 |\n"
    reading = read(tokenomics.FORMAT, f"# T\n* Council session #: 47\n## 5 Content\n{table}", TERM)
    (term,) = facts(reading, TermFigures)
    assert isinstance(term, TermFigures)
    assert (term.content_bytes_start, term.content_bytes_end) == (1572864, 2097152)


@pytest.mark.parametrize(
    "line",
    [
        "@ada_l - {key}",
        "* ada_l, {key}",
        "- @ada_l: {key}",
        "* ada_l \u2013 {key}",
        "@ada_l | ({key})",
        "+ ada_l; {key}",
    ],
)
def test_members_listed_by_handle_and_key(line: str) -> None:
    key = "5FnXBHfcDE6nQrwHjZqHYYpnzCLap2b9d3eQHt2Jt9eBG6mv"
    head = "# Council Election Round #19 - Minutes\n### 1.2 - Council Round Overview\n* Council Election Round: #19\n"
    text = f"{head}### 1.3 - Council members\nCouncil Members (Member name, Key)\n{line.format(key=key)}\n"
    reading = read(council.FORMAT, text, "reports/constantinople-testnet/Council Round #19 - Council Report.md")
    assert [(seat.handle, seat.member_id) for seat in facts(reading, ReportedSeat)] == [("ada_l", None)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "contradicts"), [("Council Round #21+22 -", True), ("Council Round #20+21 -", False)])
def test_of_several_rounds_the_last_is_taken_and_said(name: str, contradicts: bool) -> None:
    head = "# Council Election Round #20/21 - Minutes\n### 1.2 - Council Round Overview\n* Council Election Round: #20/21\n"
    path = f"reports/constantinople-testnet/{name} 08-09-2020 - Council Report.md"
    reading = read(council.FORMAT, head, path)
    said = {problem.code: problem.applied for problem in reading.problems}
    assert said["alias"]
    assert ("header-contradiction" in said) is contradicts
