"""Reports in the other forms in which people write them: they say the same, or what is unknown is said."""

import re
from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.elections import ReportedSeat
from secretariat.facts.proposals import ReportedProposal
from secretariat.facts.terms import CouncilReport, TermFigures
from secretariat.sources.archives.council import report as council
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.tokenomics import report as tokenomics
from tests.sources.archives.council.test_council_report import PATH, REPORT
from tests.sources.archives.read_text import facts, read
from tests.sources.archives.tokenomics.report_texts import THIRD

AS_PRINTED = ("amount_printed",)


def _said(reading: Reading) -> dict[tuple[str, str], dict[str, Any]]:
    """Give what a reading holds by record and field, without what is kept as printed."""
    return {
        place: {f.name: getattr(record.fact, f.name) for f in fields(record.fact) if f.name not in AS_PRINTED}
        for place, record in reading.records.items()
    }


def _grouped(mark: str) -> Callable[[str], str]:
    def changed(text: str) -> str:
        text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
        return re.sub(
            r"(?<![\d./#-])(\d{5,})(?=[^\d./]|$)", lambda match: f"{int(match[1]):,}".replace(",", mark), text
        )

    return changed


def _decimal_commas(text: str) -> str:
    return re.sub(r"(?m)(?<=\d)\.(\d{2})(?=[ h]|$)(?!.* - )", r",\1", text)


def _without_outer_pipes(text: str) -> str:
    return re.sub(r"(?m)^\|[ ]?(.*)\|[ ]*$", r"\1", text)


def _deeper(text: str) -> str:
    return re.sub(r"(?m)^(#+) ", r"#\1 ", text)


def _bold_proposals(text: str) -> str:
    return re.sub(r"(?m)^#### (Proposal.*)$", r"**\1**", text)


def _numbered_items(text: str) -> str:
    return re.sub(r"(?m)^- (?=(Proposal |Status|Created|Participants))", "1. ", text)


def _dotted_items(text: str) -> str:
    return re.sub(r"(?m)^[*-] ", "\u2022 ", text)


def _columns_swapped(text: str) -> str:
    return re.sub(r"(?m)^\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|$", r"|\2|\1|\5|\4|\3|", text)


@pytest.mark.parametrize(
    "change",
    [
        *(_grouped(mark) for mark in (",", "'", "\u2019", " ", "\u00a0", "_")),
        _decimal_commas,
        _without_outer_pipes,
        _deeper,
        _bold_proposals,
        _numbered_items,
        _dotted_items,
        _columns_swapped,
        lambda text: text.replace("Council Term:", "Council Session:"),
        lambda text: text.replace("Council Term:", "COUNCIL PERIOD :"),
    ],
)
def test_a_council_report_in_another_form_says_the_same(change: Callable[[str], str]) -> None:
    assert change(REPORT) != REPORT
    assert _said(read(council.FORMAT, change(REPORT), PATH)) == _said(read(council.FORMAT, REPORT, PATH))


@pytest.mark.parametrize(
    "change",
    [
        *(_grouped(mark) for mark in (",", "'", " ", "_")),
        _decimal_commas,
        _without_outer_pipes,
        _deeper,
        lambda text: re.sub(r"(?m)^#+ ", "## ", text),
        lambda text: text.replace("7000200 - 7100999", "7.000.200 \u2013 7.100.999"),
        lambda text: text.replace("6.002s", "6,002s"),
        lambda text: text.replace(
            "03/02/2021 20:00:00 - 03/09/2021 20:03:18", "2021/03/02 20:00:00 - 2021-03-09T20:03:18Z"
        ),
        lambda text: text.replace("Council session", "Council period"),
        lambda text: re.sub(r"\|\n\n\|", "|\n|", text),
    ],
)
def test_a_tokenomics_report_in_another_form_says_the_same(change: Callable[[str], str]) -> None:
    assert change(THIRD) != THIRD
    found, expected = (read(tokenomics.FORMAT, text, "antioch/x.md") for text in (change(THIRD), THIRD))
    assert _said(found) == _said(expected)
    opened = [[p.what for p in reading.problems if not p.applied] for reading in (found, expected)]
    assert len(opened[0]) == len(opened[1])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("29.555 blocks (49,3h)", 29555),
        ("29 555 blocks", 29555),
        ("29'555 blocks", 29555),
        ("29.000 blocks", None),
        ("1-2 blocks", 2),
        ("2 29555 blocks", None),
    ],
)
def test_the_blocks_of_a_proposal_are_never_a_part_of_a_number(printed: str, expected: int | None) -> None:
    text = REPORT.replace("6,000 blocks (10.00h)", printed)
    reading = read(council.FORMAT, text, PATH)
    (fact,) = [f for f in facts(reading, ReportedProposal) if isinstance(f, ReportedProposal) and f.number == 801]
    assert fact.blocks_to_finalise == expected
    targets = [p.target.field for p in reading.problems if p.target and p.code == "amount-unparsable"]
    assert ("blocks_to_finalise" in targets) == (expected is None)


@pytest.mark.parametrize(("printed", "expected"), [("20,94", "20.94"), ("20,940", None), ("20.940", "20.940")])
def test_a_rate_with_three_digits_behind_a_comma_is_not_guessed(printed: str, expected: str | None) -> None:
    text = "* Block range: 1 - 9\n* Council session #: 7\n## 2 Tokenomics\n"
    reading = read(tokenomics.FORMAT, f"{text}* Start Block Exchange Rate: {printed}\n", "antioch/x.md")
    (term,) = facts(reading, TermFigures)
    assert isinstance(term, TermFigures)
    assert term.rate_start == (None if expected is None else Decimal(expected))
    assert [p.target.field for p in reading.problems if p.target] == ([] if "." in printed else ["rate_start"])


@pytest.mark.parametrize(
    ("column", "known", "unknown"),
    [("Start Block", "members_start", "members_end"), ("End Block", "members_end", "members_start")],
)
def test_a_table_with_one_end_only_gives_that_end(column: str, known: str, unknown: str) -> None:
    text = f"* Block range: 1 - 9\n* Council session #: 7\n## 2 Tokenomics\n\n| Property | {column} |\n|--|--|\n"
    reading = read(tokenomics.FORMAT, f"{text}| Number of members | 612 |\n", "antioch/x.md")
    (term,) = facts(reading, TermFigures)
    assert getattr(term, known) == 612
    assert getattr(term, unknown) is None
    lacking = ("heading-lost", "figure-missing")  # the report is cut short
    assert [p.code for p in reading.problems if p.code not in lacking] == ["row-malformed"]


def test_a_list_that_cannot_be_read_is_said_and_not_taken_for_nothing() -> None:
    text = re.sub(r"(?m)^\| (@\w+) \|.*$", r"- \1, elected", REPORT)
    text = text.replace("#### Proposal", "Motion")
    reading = read(council.FORMAT, text, PATH)
    assert facts(reading, CouncilReport)
    assert not facts(reading, ReportedSeat)
    assert not facts(reading, ReportedProposal)
    said = {p.what: p.line for p in reading.problems if p.code == "row-malformed" and p.refused}
    for noun, heading in (("council member", "### 1.3"), ("proposal", "### 2.2")):
        (line,) = [line for what, line in said.items() if f"lists no {noun} " in what]
        assert text.split("\n")[line - 1].startswith(heading)
