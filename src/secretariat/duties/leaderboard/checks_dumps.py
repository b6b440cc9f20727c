"""Checks against chain dumps: proposals as reported and as dumped, and the number of threads at a block."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.duties.leaderboard.check import Check, check
from secretariat.duties.leaderboard.thread_numbers import DumpedThreads, dumped_threads, threads_at
from secretariat.duties.leaderboard.titles import same_title
from secretariat.facts.proposal_view import SETTLED, ProposalView
from secretariat.facts.proposals import ReportedProposal
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Figure, Term
from secretariat.facts.validators import ValidatorEras

THREADS_STAY = ("constantinople", "alexandria", "antioch")
"""Chains on which no thread can be deleted, so that the last number used tells how many there are."""


def dump_checks(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> list[Check]:
    """Compare reports with dumps: proposals one by one, then threads term by term, then the sums of eras."""
    proposals = [found for view in views for found in _proposal_checks(view)]
    dumps = dumped_threads(snapshot)
    threads = [
        found
        for term in known
        if term.chain in THREADS_STAY and (dump := dumps.get(term.chain)) is not None
        for found in _thread_checks(term, dump)
    ]
    return [*proposals, *threads, *_era_checks(snapshot)]


def _proposal_checks(view: ProposalView) -> Iterable[Check]:
    """Compare every report that settles a proposal with the dump that settles it, unless their titles differ."""
    dumped = view.dumps[0] if view.dumps else None
    if dumped is None or dumped.fact.outcome not in SETTLED:
        return
    for reported in view.reports:
        if reported.fact.outcome in SETTLED and same_title(dumped.fact.title, reported.fact.title):
            yield _proposal_check(view, reported, "outcome", dumped.fact.outcome, reported.fact.outcome)
            created, finalised = dumped.fact.created_block, dumped.fact.finalised_block
            blocks = reported.fact.blocks_to_finalise
            if created is not None and finalised is not None and blocks is not None:
                yield _proposal_check(view, reported, "blocks_to_finalise", finalised - created, blocks)


def _proposal_check(
    view: ProposalView, reported: Stated[ReportedProposal], figure: str, expected: int | str, found: int | str
) -> Check:
    return check(
        f"proposal-{figure.replace('_', '-')}",
        figure=figure,
        chain=view.chain,
        term=reported.fact.term,
        subject=f"proposal {view.number}, {figure.replace('_', ' ')}: chain dump and council report",
        expected=expected,
        found=found,
        unit="text" if figure == "outcome" else "blocks",
        expected_source=view.dumps[0].source,
        found_source=reported.source,
        rules=(_grace_period(view), _counted_by_next_council(view), _one_block_off),
    )


def _one_block_off(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    if unit == "blocks" and isinstance(expected, int) and isinstance(found, int) and abs(expected - found) == 1:
        words = "rounding: one source counts the block of creation or of the decision, the other does not"
        return Cause(rule="rounding", words=words, harmless=True)
    return None


def _grace_period(view: ProposalView) -> Rule:
    """Explain a time that leaves out the grace period between approval and execution."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        grace = view.dumps[0].fact.grace_period
        if not grace or unit != "blocks" or not isinstance(expected, int) or not isinstance(found, int):
            return None
        if abs(expected - found) != grace:
            return None
        return Cause(rule="grace-period", words="one source leaves out the grace period before execution")

    return rule


def _counted_by_next_council(view: ProposalView) -> Rule:
    """Explain a shorter time of a proposal that was passed on: its second council counted from its own start."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        passed_on = len(view.reports) > 1 or any(stated.fact.outcome == "passed-on" for stated in view.reports)
        if passed_on and unit == "blocks" and isinstance(expected, int) and isinstance(found, int) and found < expected:
            words = "the report counts from the start of the council to which the proposal was passed on"
            return Cause(rule="passed-on", words=words)
        return None

    return rule


def _thread_checks(term: Term, dump: DumpedThreads) -> Iterable[Check]:
    for name, block in (
        ("threads_start", None if term.start_block is None else term.start_block - 1),
        ("threads_end", term.end_block),
    ):
        printed = term.figures.get(name)
        if printed is None or not isinstance(printed.value, int) or block is None or block < 1:
            continue
        bounds = threads_at(dump, block)
        if bounds is None:
            continue
        nearest = min(max(printed.value, bounds[0]), bounds[1])
        if bounds[0] == bounds[1] or nearest != printed.value:
            yield _thread_check(term, name, printed, nearest, dump)


def _thread_check(term: Term, name: str, printed: Figure, counted: int, dump: DumpedThreads) -> Check:
    first = dump.records[dump.by_block[0][1]]
    return check(
        f"forum-{name.replace('_', '-')}",
        figure=name,
        chain=term.chain,
        term=term.term,
        subject=f"{name.replace('_', ' ')}: {printed.format} and the thread numbers of the dump",
        expected=printed.value,
        found=counted,
        unit="count",
        expected_source=printed.source,
        found_source=first.source,
        rules=(_next_number,),
    )


def _next_number(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain a count that is one too high: the report prints the number that the next thread will have."""
    if isinstance(expected, int) and isinstance(found, int) and expected == found + 1:
        words = "the report prints the number that the next thread will have, one more than there are"
        return Cause(rule="next-number", words=words, harmless=True)
    return None


def _era_checks(snapshot: Snapshot) -> Iterable[Check]:
    """Compare the printed sum over all eras with the sum of the validators, once for each network's file."""
    by_file: dict[str, list[Stated[ValidatorEras]]] = {}
    for stated in snapshot.of(ValidatorEras):
        by_file.setdefault(stated.file, []).append(stated)
    for found in by_file.values():
        totals = [stated for stated in found if stated.fact.account == "Total"]
        others = [stated for stated in found if stated.fact.account != "Total"]
        if len(totals) == 1 and others:
            yield check(
                "era-points",
                figure="points",
                chain=totals[0].fact.chain,
                term=None,
                subject=f"points of all eras on {totals[0].fact.network or 'an unknown network'}: printed sum and validators",
                expected=sum(points for stated in others for _, points, _ in stated.fact.eras),
                found=sum(points for _, points, _ in totals[0].fact.eras),
                unit="points",
                expected_source=others[0].source,
                found_source=totals[0].source,
            )
