"""Decisions about problems: repaired, dismissed, refused, and still there after the next import."""

from pathlib import Path

import pytest

from secretariat.desk.journal import first_broken
from secretariat.flow.ask import table
from secretariat.flow.collect import import_archive
from secretariat.flow.context import Context, PersonUnknown
from secretariat.flow.decide import problems as decide
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.store.engine import reading
from secretariat.store.journal import entries
from secretariat.store.tables import load_all
from tests.flow.archives import LEDGER, LEDGER_PATH, context, write


@pytest.fixture
def made(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """Give a store with the small ledger, whose row 3 has a month name in its minted cell."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    built = context(store_url)
    import_archive(built, write(tmp_path / "repo", {LEDGER_PATH: LEDGER}), dry_run=False)
    return built


def _problem(made: Context, code: str) -> dict[str, object]:
    built = table(made, "problems", {"code": code})
    names = [heading.name for heading in built.headings]
    (cells,) = built.rows
    return dict(zip(names, cells, strict=True))


def _minted(made: Context) -> object:
    built = table(made, "spending", {"number": "3"})
    return built.rows[0][[heading.name for heading in built.headings].index("amount_minted")]


def test_a_damaged_value_is_unknown_until_a_person_says_what_it_is(made: Context, tmp_path: Path) -> None:
    damage = _problem(made, "spreadsheet-damage")
    assert (damage["state"], _minted(made)) == ("open", None)
    said = decide.repair(made, str(damage["id"]), "1,000,000", why="The proposal's page shows it.")
    assert "1000000" in said[0]
    assert len(said) == 1
    assert _minted(made) == 10**16
    assert _problem(made, "spreadsheet-damage")["state"] == "applied"
    import_archive(made, tmp_path / "repo", dry_run=False)
    assert _minted(made) == 10**16
    with reading(made.engine) as connection:
        (entry,) = entries(connection)
    assert (entry.person, entry.why) == ("ada", "The proposal's page shows it.")
    assert first_broken([entry]) is None


def test_a_later_decision_replaces_an_earlier_one(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.repair(made, identifier, "5", why="A first reading.")
    decide.repair(made, identifier, "6", why="A better one.")
    assert _minted(made) == 6 * 10**10


def test_a_problem_is_dismissed(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.dismiss(made, identifier, why="It does not matter.")
    assert _problem(made, "spreadsheet-damage")["state"] == "dismissed"
    assert _minted(made) is None


@pytest.mark.parametrize(
    ("value", "why", "words"),
    [
        ("3-Mar", "x", "a number of tokens"),
        ("5", " ", "Say why"),
        ("0.00000000001", "x", "a number of tokens"),
        ("-5", "x", "less than nothing"),
    ],
)
def test_a_wrong_repair_is_refused(made: Context, value: str, why: str, words: str) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    with pytest.raises(DecisionRefused, match=words):
        decide.repair(made, identifier, value, why=why)
    assert _minted(made) is None


def test_an_unknown_problem_names_the_near_one(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    with pytest.raises(DecisionRefused, match=f"Did you mean {identifier}"):
        decide.dismiss(made, identifier[:-2], why="x")


def test_nobody_decides_without_a_name(made: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    monkeypatch.setenv("SECRETARIAT_PERSON", " ")
    with pytest.raises(PersonUnknown, match="SECRETARIAT_PERSON"):
        decide.dismiss(made, identifier, why="x")
    assert _problem(made, "spreadsheet-damage")["state"] == "open"


def test_a_decided_problem_says_what_was_decided(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.repair(made, identifier, "1000000", why="The page shows it.")
    assert str(_problem(made, "spreadsheet-damage")["repair"]).startswith("Set to 1000000 by ada on ")
    assert str(_problem(made, "spreadsheet-damage")["repair"]).endswith("The page shows it.")


def test_a_dismissal_takes_a_repair_back(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.repair(made, identifier, "5", why="A reading.")
    decide.dismiss(made, identifier, why="It cannot be known.")
    assert (_problem(made, "spreadsheet-damage")["state"], _minted(made)) == ("dismissed", None)


def _all_tables(made: Context) -> list[object]:
    with reading(made.engine) as connection:
        return list(load_all(connection))


def _journal(made: Context) -> list[str]:
    with reading(made.engine) as connection:
        found = entries(connection)
    assert first_broken(found) is None
    return [entry.action for entry in found]


def test_a_repaired_row_names_the_decision_behind_its_figure(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.repair(made, identifier, "5", why="A reading.")
    decide.repair(made, identifier, "6", why="A better one.")
    built = table(made, "spending")
    place = [heading.name for heading in built.headings].index("source")
    assert [row[place] for row in built.rows] == [
        f"{LEDGER_PATH}:2",
        f"{LEDGER_PATH}:3",
        f"{LEDGER_PATH}:4; amount_minted repaired by ada (journal 2)",
    ]


@pytest.mark.parametrize("decided", ["repair", "dismiss"])
def test_a_decision_is_withdrawn_and_all_is_as_before(made: Context, decided: str) -> None:
    before = _all_tables(made)
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    if decided == "repair":
        decide.repair(made, identifier, "4", why="x")
        decide.repair(made, identifier, "5", why="x")
    else:
        decide.dismiss(made, identifier, why="x")
    said = decide.reopen(made, identifier, why="It was another proposal.")
    assert said.endswith(f"is withdrawn; {identifier} is open again.")
    assert _all_tables(made) == before
    assert _journal(made)[-1] == "problem.reopen"
    assert "already" in decide.reopen(made, identifier, why="x")
    assert _journal(made).count("problem.reopen") == 1
    decide.repair(made, identifier, "5", why="x")
    assert _minted(made) == 5 * 10**10


def test_what_nobody_decided_cannot_be_withdrawn(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    with pytest.raises(DecisionRefused, match="nothing to withdraw"):
        decide.reopen(made, identifier, why="x")
    assert _journal(made) == []


def test_a_decision_taken_twice_is_written_once(made: Context) -> None:
    identifier = str(_problem(made, "spreadsheet-damage")["id"])
    decide.repair(made, identifier, "5", why="x")
    (said,) = decide.repair(made, identifier, "5.0", why="y")
    assert said.startswith("amount_minted of spending-row antioch/3 is 5 already: so decided ada on ")
    decide.dismiss(made, identifier, why="x")
    assert "is dismissed already" in decide.dismiss(made, identifier, why="y")
    assert _journal(made) == ["problem.repair", "problem.dismiss"]
    decide.repair(made, identifier, "5", why="x")
    assert len(_journal(made)) == 3


REPORT_PATH = "archives/council/tokenomics/antioch/Council_Round3_1000-101800_Tokenomics_Report.md"
REPORT = """# Tokenomics Report
### 1.0 Basic Information
* Council session #: 3
* Date Range: 5/1/2021 - 5/8/2021
* Block range: {blocks}
"""


@pytest.fixture
def term(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """Give a store with a term whose end block is not the one in the name of its file."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    built = context(store_url)
    write(tmp_path / "repo", {REPORT_PATH: REPORT.format(blocks="#1,000 - #101,900")})
    import_archive(built, tmp_path / "repo", dry_run=False)
    return built


def _blocks(made: Context) -> tuple[object, object]:
    built = table(made, "terms")
    names = [heading.name for heading in built.headings]
    (row,) = built.rows
    return row[names.index("start_block")], row[names.index("end_block")]


def test_a_repair_that_fits_nothing_beside_it_is_told_and_becomes_a_problem_until_one_is_mended(term: Context) -> None:
    identifier = str(_problem(term, "block-range-contradiction")["id"])
    said = decide.repair(term, identifier, "50", why="A slip.")
    after = _problem(term, "impossible-figure")
    assert said[0].startswith("end_block of term-figures antioch/3 is now 50")
    assert any(str(after["id"]) in line and "start_block is 1000" in line for line in said[1:])
    assert (after["state"], after["file"]) == ("open", REPORT_PATH)
    decide.repair(term, identifier, "101800", why="The file's name has it.")
    assert table(term, "problems", {"code": "impossible-figure"}).rows == ()
    assert _blocks(term) == (1000, 101800)


def test_the_other_value_can_be_repaired_instead(term: Context) -> None:
    decide.repair(term, str(_problem(term, "block-range-contradiction")["id"]), "50", why="So says the chain.")
    follow_up = str(_problem(term, "impossible-figure")["id"])
    assert len(decide.repair(term, follow_up, "10", why="And so for the start.")) == 1
    assert _blocks(term) == (10, 50)
    assert _problem(term, "impossible-figure")["state"] == "applied"


def test_the_later_of_two_repairs_of_one_field_counts(term: Context) -> None:
    first = str(_problem(term, "block-range-contradiction")["id"])
    decide.repair(term, first, "50", why="x")
    second = str(_problem(term, "impossible-figure")["id"])
    decide.repair(term, second, "10", why="x")
    decide.repair(term, first, "5", why="x")
    decide.repair(term, first, "60", why="x")
    assert _blocks(term) == (10, 60)


def test_a_repair_withdrawn_leaves_those_of_other_problems(term: Context) -> None:
    first = str(_problem(term, "block-range-contradiction")["id"])
    decide.repair(term, first, "50", why="x")
    second = str(_problem(term, "impossible-figure")["id"])
    decide.repair(term, second, "10", why="x")
    built = table(term, "terms")
    source = str(built.rows[0][[heading.name for heading in built.headings].index("source")])
    assert source.endswith("; end_block repaired by ada (journal 1); start_block repaired by ada (journal 2)")
    decide.reopen(term, first, why="x")
    assert _blocks(term) == (10, 101900)
    decide.reopen(term, second, why="x")
    assert _blocks(term) == (1000, 101900)


def test_a_network_that_is_none_is_refused_and_a_known_one_brings_its_chain(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = context(store_url)
    write(
        tmp_path / "repo",
        {"archives/Council_Round3_1000-101800_Tokenomics_Report.md": REPORT.format(blocks="1000 - 101800")},
    )
    import_archive(made, tmp_path / "repo", dry_run=False)
    identifier = str(_problem(made, "network-unknown")["id"])
    with pytest.raises(DecisionRefused, match="write one of constantinople"):
        decide.repair(made, identifier, "antiochia", why="x")
    decide.repair(made, identifier, "Sumer", why="x")
    built = table(made, "terms", {"network": "sumer"})
    assert "antioch" in built.rows[0]
