"""Which term a tokenomics report is of, when its session, its name and its blocks disagree."""

import pytest

from secretariat.facts.terms import Refill, TermFigures
from secretariat.sources.archives.tokenomics.report import FORMAT
from tests.sources.archives.read_text import codes, facts, read

TEXT = """# Tokenomics + Network Report
## 1.0 Basic Information
* Block range: {blocks}
* Date Range: 6/22/2021 - 6/29/2021
* Council session #: {session}

## 2.0 Tokenomics
### 2.2 Fiat Pool
| Refill, USD | Reason | Block # |
|--|--|--|
| {refill} | kpi-sumer-9 | 705700 |
"""


@pytest.mark.parametrize(
    ("name", "blocks", "session", "term", "found"),
    [
        ("Council_Round7_705600-806399_Tokenomics_Report.md", "705600 - 806399", 7, 7, []),
        ("Council_Round7_705600-806399_Tokenomics_Report.md", "705600 - 806399", 6, 7, ["header-contradiction"]),
        ("Council_Round7_Tokenomics_Report.md", "705600 - 806399", 6, 6, ["header-contradiction"]),
        (
            "Council_Round7_705600-806399_Tokenomics_Report.md",
            "705600 - 806398",
            6,
            6,
            ["header-contradiction", "block-range-contradiction"],
        ),
    ],
)
def test_name_and_blocks_together_outweigh_a_stale_session(
    name: str, blocks: str, session: int, term: int, found: list[str]
) -> None:
    text = TEXT.format(blocks=blocks, session=session, refill=100)
    reading = read(FORMAT, text, f"archives/council/tokenomics/sumer/{name}")
    (figures,) = facts(reading, TermFigures)
    assert isinstance(figures, TermFigures)
    assert figures.term == term
    assert [code for code in codes(reading) if "contradiction" in code] == found


@pytest.mark.parametrize(
    ("printed", "usd", "found"),
    [("2196", "2196", []), ("2.196,50", "2196.50", ["spreadsheet-damage"]), ("1E+03", None, ["amount-unparsable"])],
)
def test_a_refill_is_repaired_openly_or_not_at_all(printed: str, usd: str | None, found: list[str]) -> None:
    name = "archives/council/tokenomics/sumer/Council_Round7_705600-806399_Tokenomics_Report.md"
    reading = read(FORMAT, TEXT.format(blocks="705600 - 806399", session=7, refill=printed), name)
    (refill,) = facts(reading, Refill)
    assert isinstance(refill, Refill)
    assert (None if refill.usd is None else str(refill.usd)) == usd
    lacking = ("heading-lost", "figure-missing")  # the report is cut short
    assert [code for code in codes(reading) if code not in lacking] == found
