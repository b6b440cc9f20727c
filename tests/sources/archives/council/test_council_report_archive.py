"""Council reports: any text and any damage, and the real reports beside the checkout."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.facts.proposals import ReportedProposal
from secretariat.sources.archives.council.report import FORMAT
from secretariat.sources.archives.document import Reading
from tests.sources.archives.council.test_council_report import EARLY, MIDDLE, PATH, REPORT, report, seats
from tests.sources.archives.read_text import codes, facts, read

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
@given(st.text(max_size=400), st.sampled_from([PATH, "x"]))
def test_any_text_is_read_without_raising(text: str, path: str) -> None:
    _check_invariants(text, path)
    FORMAT.recognises(path, text)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data())
def test_any_damage_to_a_report_is_read_without_raising(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from([REPORT, EARLY, MIDDLE])).split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["drop", "twice", "cut", "junk", "value"]))
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "twice":
            lines[at:at] = lines[at : at + data.draw(st.integers(1, 12))]
        elif kind == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, 30))]
        elif kind == "junk":
            lines[at] = data.draw(st.text(alphabet="|#*-:%0123456789.,kM@ ²٣()ab\t", max_size=40))
        else:
            label = lines[at].split(":")[0]
            lines[at] = f"{label}: " + data.draw(st.text(alphabet="0123456789.,-/kM %@#abc()", max_size=25))
    _check_invariants("\n".join(lines), data.draw(st.sampled_from([PATH, "x"])))


def _real(shared: Callable[[str], Path]) -> list[tuple[str, Reading]]:
    root = shared("data/community-repo")
    found = []
    for path in sorted(root.glob("archives/council/reports/**/*.md")):
        name, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
        if "Leaderboard" in name:
            assert not FORMAT.recognises(name, text)
            continue
        assert FORMAT.recognises(name, text)
        assert FORMAT.knows_name(name)
        found.append((name, read(FORMAT, text, name)))
    return found


def test_every_real_report_is_read(shared: Callable[[str], Path]) -> None:
    found = _real(shared)
    assert len(found) >= 30
    for name, reading in found:
        head = report(reading)
        assert f"Council{head.term}_" in name
        assert None not in (head.network, head.chain, head.start_block, head.end_block), name
        assert head.election_round is not None, name
        assert len(seats(reading)) >= 6, name
        assert len(facts(reading, ReportedProposal)) == head.proposals_created, name
        assert "header-contradiction" not in codes(reading), name


def test_every_status_of_the_real_reports_is_understood(shared: Callable[[str], Path]) -> None:
    outcomes = [
        fact.outcome
        for _, reading in _real(shared)
        for fact in facts(reading, ReportedProposal)
        if isinstance(fact, ReportedProposal)
    ]
    assert len(outcomes) > 700
    assert None not in outcomes


def test_the_report_of_term_46(shared: Callable[[str], Path]) -> None:
    (reading,) = [reading for name, reading in _real(shared) if "Council46" in name]
    head = report(reading)
    assert (head.term, head.election_round, head.start_block, head.end_block) == (46, 48, 4698000, 4798799)
    assert (head.proposals_created, len(seats(reading)), head.secretaries) == (12, 12, ())
    assert head.stake_total == 515607999 * BASE
    assert codes(reading) == []


def test_the_real_reports_hold_each_of_these_damages(shared: Callable[[str], Path]) -> None:
    seen = {code for _, reading in _real(shared) for code in codes(reading)}
    assert seen >= {
        "alias",
        "amount-unparsable",
        "contradiction",
        "link-contradiction",
        "total-not-sum",
    }


def test_the_councils_own_templates_are_not_reports(shared: Callable[[str], Path]) -> None:
    root = shared("data/community-repo/council/templates")
    for path in root.glob("*.md"):
        assert not FORMAT.recognises(path.name, path.read_text("utf-8"))
        assert not FORMAT.knows_name(path.name)
