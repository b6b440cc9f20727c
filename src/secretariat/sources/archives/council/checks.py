"""What must hold inside one council report: counts, hours, votes and minted tokens against each other."""

from collections import Counter
from decimal import Decimal

from secretariat.facts.elections import ReportedSeat
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.header import Header
from secretariat.sources.archives.council.overview import STATES, Overview
from secretariat.sources.archives.council.proposals import Printed
from secretariat.sources.archives.council.seats import Seats
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.numbers import readings_of
from secretariat.sources.archives.reports.figures import half_unit
from secretariat.sources.archives.reports.findings import Findings, number_of

_SECONDS_PER_HOUR = 3600
_OUTCOME_OF_STATE = {
    "canceled": "canceled",
    "rejected": "rejected",
    "slashed": "slashed",
    "expired": "expired",
    "passed_on": "passed-on",
}


def check_counts(reading: Reading, findings: Findings, overview: Overview, printed: list[Printed]) -> None:
    """Compare the proposals said to be created with the blocks below, the sum by type, and the sum by state."""
    created = number_of(findings, "proposals_created")
    if created is None:
        return
    others = []
    if printed and created != len(printed):
        others.append(f"{len(printed)} are described below")
    by_type = sum(overview.types.values())
    if overview.types and by_type != created:
        others.append(f"{by_type} are counted by type")
    by_state = _by_state(findings, sum(1 for one in printed if one.fact.outcome in ("active", "pending")))
    if by_state and created not in by_state:
        others.append(f"{min(by_state, key=lambda one: abs(created - one))} are counted by what became of them")
    if others:
        line = findings.found["proposals_created"].line
        _not_sum(reading, findings, "created", line, f"{created:f} proposals are said to be created", ", ".join(others))


def _by_state(findings: Findings, open_still: int) -> set[int]:
    """Give the sums of the states that may be meant; none when the overview has too few of them.

    A failure for lack of capacity may be counted twice, as one of capacity and one of execution; the overview has no
    line for proposals that are still open.
    """
    counts = {name: number_of(findings, name) for name in STATES}
    known = {name: int(count) for name, count in counts.items() if count is not None}
    if "approved" not in known or len(known) < 3:
        return set()
    failures = (known.get("failed_capacity", 0), known.get("failed_execution", 0))
    rest = sum(known.values()) - sum(failures)
    return {rest + failed + more for failed in (sum(failures), max(failures)) for more in (0, open_still)}


def _not_sum(reading: Reading, findings: Findings, subject: str, line: int, said: str, others: str) -> None:
    reading.problem(
        "total-not-sum",
        line,
        subject=f"{findings.key} {subject}",
        what=f"{said}; {others}.",
        repair="Check the overview; its counts are kept as printed.",
    )


def check_outcomes(reading: Reading, findings: Findings, printed: list[Printed]) -> None:
    """Compare each count of the overview with the statuses of the blocks, where every block has one."""
    outcomes = Counter(one.fact.outcome for one in printed)
    if not printed or outcomes[None]:
        return
    executed = outcomes["executed"]
    possible = {name: {outcomes[outcome]} for name, outcome in _OUTCOME_OF_STATE.items()}
    possible["approved"] = {executed, executed + outcomes["execution-failed"]}
    for name, counts in possible.items():
        count = number_of(findings, name)
        if count is not None and count not in counts:
            words = "approved and executed" if name == "approved" else name.replace("_", " ")
            line = findings.found[name].line
            said = f"The overview counts {count:f} proposals as {words}"
            _not_sum(reading, findings, name, line, said, f"{min(counts)} are so described below")


def check_times(reading: Reading, findings: Findings, header: Header, printed: list[Printed]) -> None:
    """Compare hours with blocks, proposal by proposal, and the total of hours with their sum."""
    for one in printed:
        blocks = one.fact.blocks_to_finalise
        if blocks is not None and one.hours is not None:
            _check_hours(reading, header, one, blocks)
    total = findings.found.get("finalise_hours")
    known = [one.fact for one in printed if one.fact.blocks_to_finalise is not None]
    if total is None or not known:
        return
    sums = {
        sum((_hours(header, fact.blocks_to_finalise or 0) for fact in known), Decimal(0)),
        sum((_hours(header, fact.blocks_to_finalise or 0) for fact in known if fact.outcome != "canceled"), Decimal(0)),
    }
    allowed = Decimal("0.01") * len(known) + max(sums) / 100
    if all(abs(total.number - one) > allowed for one in sums):
        nearest = min(sums, key=lambda one: abs(total.number - one))
        reading.problem(
            "total-not-sum",
            total.line,
            subject=f"{findings.key} hours",
            what=f"The proposals are said to take {quoted(total.printed)} in all; their blocks give {nearest:.2f} hours.",
            repair="Check the blocks of each proposal; the total is kept as printed.",
        )


def _hours(header: Header, blocks: int) -> Decimal:
    return header.pace * blocks / _SECONDS_PER_HOUR


def _check_hours(reading: Reading, header: Header, one: Printed, blocks: int) -> None:
    expected = _hours(header, blocks)
    allowed = Decimal("0.05") + expected / 20
    if all(abs(hours - expected) > allowed + half_unit(hours) for hours in readings_of(one.hours or "")):
        reading.problem(
            "contradiction",
            one.hours_line,
            subject=f"{one.key} hours",
            what=f"Proposal {one.fact.number} is said to take {blocks} blocks ({one.hours} hours); at {header.pace:f} seconds a "
            f"block that is {expected:.2f} hours.",
            repair="Check both; the blocks are kept as printed, the hours are not used.",
            target=Target(kind=one.fact.KIND, key=one.key, field="blocks_to_finalise"),
        )


def check_votes(reading: Reading, seats: Seats, printed: list[Printed]) -> None:
    """Compare the votes that each member is said to have cast with the proposals that name the member."""
    named = Counter(name.lower() for one in printed for name in one.fact.participants)
    differing = []
    for key, (seat, line) in seats.seats.items():
        if seat.votes_cast is not None and printed and seat.votes_cast != named[seat.handle.lower()]:
            differing.append((key, seat, line))
    for key, seat, line in differing:
        reading.problem(
            "contradiction",
            line,
            subject=f"{key} votes_cast",
            what=f"{seat.handle} is said to have cast {seat.votes_cast} votes; {named[seat.handle.lower()]} proposals of this "
            "report name the member as participant.",
            repair="Check the participants of the proposals; the printed number of votes is kept.",
            target=Target(kind=ReportedSeat.KIND, key=key, field="votes_cast"),
        )
