"""Tokenomics reports: any text and any damage, and the real reports beside the checkout."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.facts.terms import Refill
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.tokenomics.report import FORMAT
from tests.sources.archives.read_text import codes, facts, read
from tests.sources.archives.tokenomics.report_texts import FIRST, FIRST_PATH, THIRD, THIRD_PATH, term

BASE = 10**10


def _check_invariants(text: str, path: str) -> None:
    one, two = read(FORMAT, text, path), read(FORMAT, text, path)
    assert (one.records, one.problems) == (two.records, two.problems)
    last = text.count("\n") + 1
    assert all(1 <= record.line <= last for record in one.records.values())
    assert all(problem.code in CODES and 0 <= problem.line <= last for problem in one.problems)
    keys = {(record.kind, record.key) for record in one.records.values()}
    targets = [problem.target for problem in one.problems if problem.target]
    assert all((target.kind, target.key) in keys for target in targets)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(max_size=400), st.sampled_from([FIRST_PATH, THIRD_PATH, "x"]))
def test_any_text_is_read_without_raising(text: str, path: str) -> None:
    _check_invariants(text, path)
    FORMAT.recognises(path, text)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data())
def test_any_damage_to_a_report_is_read_without_raising(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from([FIRST, THIRD])).split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["drop", "twice", "cut", "junk", "cell"]))
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "twice":
            lines[at:at] = lines[at : at + data.draw(st.integers(1, 12))]
        elif kind == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, 30))]
        elif kind == "junk":
            lines[at] = data.draw(st.text(alphabet="|#*-:%0123456789.,kM@ ²٣∞ab", max_size=40))
        else:
            cells = lines[at].split("|")
            cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(
                st.text(alphabet="0123456789.,-/kM %", max_size=25)
            )
            lines[at] = "|".join(cells)
    _check_invariants("\n".join(lines), data.draw(st.sampled_from([FIRST_PATH, THIRD_PATH, "x"])))


def _real(shared: Callable[[str], Path]) -> list[tuple[str, Reading]]:
    root = shared("data/community-repo")
    found = []
    for path in sorted(root.glob("archives/council/tokenomics/*/*.md")):
        name, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
        assert FORMAT.recognises(name, text)
        assert FORMAT.knows_name(name)
        found.append((name, read(FORMAT, text, name)))
    return found


def test_every_real_report_is_read(shared: Callable[[str], Path]) -> None:
    found = _real(shared)
    assert len(found) >= 30
    for name, reading in found:
        figures = term(reading)
        assert f"Round{figures.term}_" in name
        blocks = (figures.start_block, figures.end_block, figures.issuance_start, figures.issuance_end)
        assert all(value is not None for value in blocks), name
        assert None not in (figures.started_at, figures.ended_at, figures.network, figures.chain), name
        assert len(facts(reading, GroupTerm)) >= 2
        assert "value-unknown-label" not in codes(reading), name


def test_round_46_has_the_figures_it_must_show(shared: Callable[[str], Path]) -> None:
    (reading,) = [reading for name, reading in _real(shared) if "Round46" in name]
    figures = term(reading)
    assert (figures.start_block, figures.end_block) == (4698000, 4798799)
    assert (figures.issuance_start, figures.issuance_end) == (2978561857 * BASE, 3013340478 * BASE)
    assert (figures.proposals, figures.applicants, figures.votes, figures.seats) == (12, 18, 19, 12)
    assert (figures.members_end, figures.rate_end) == (3426, Decimal("20.54"))
    refills = [fact for fact in facts(reading, Refill) if isinstance(fact, Refill)]
    assert [fact.usd for fact in refills] == [2196, 1640]
    assert "impossible-figure" in codes(reading)


def test_the_real_reports_hold_each_of_these_damages(shared: Callable[[str], Path]) -> None:
    seen = {code for _, reading in _real(shared) for code in codes(reading)}
    assert seen >= {
        "percentage-zero-base",
        "header-contradiction",
        "impossible-figure",
        "label-drift",
        "section-repeated",
        "amount-unparsable",
        "contradiction",
    }
