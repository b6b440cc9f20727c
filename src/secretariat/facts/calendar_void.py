"""Calendar events of an election that failed: those that did not happen, and are cancelled though their time is past."""

from collections.abc import Iterable, Mapping

from secretariat.facts.calendar import KeptEvent
from secretariat.facts.deadlines import Outlook
from secretariat.facts.election_cycles import ElectionCycle, is_election
from secretariat.facts.records import QUERY_NODE, Stated, is_unreadable

BEGINS, ELECTION = "announcing-begins", "election"
STAGE_ENDS = ("last-candidacy", "last-vote", "last-reveal", ELECTION)


def failed_elections(outlook: Outlook, cycles: Iterable[Stated[ElectionCycle]]) -> Mapping[int, int | None]:
    """Give the cycles that elected nobody, with the block in which each failed, None where that is not known.

    The query node tells of each that is finished. The chain tells of the newest: the announcing that follows a failure begins in the block in
    which that stage was to end, so that nothing of the cycle before can be in that block or later (``begins`` of the outlook's stage). An
    election of which the query node says that it led to a council did not fail, whatever block it was told for.
    """
    live = [one for one in cycles if one.format == QUERY_NODE and one.fact.cycle is not None and is_election(one)]
    failed: dict[int, int | None] = {}
    if outlook.span.stage == "announcing" and outlook.cycle is not None:
        failed[outlook.cycle - 1] = outlook.span.begins
    for fact in (one.fact for one in live):
        if fact.cycle is None or not fact.finished:
            continue
        if fact.next_council is not None:
            failed.pop(fact.cycle, None)
        elif not is_unreadable(fact, "next_council"):
            failed[fact.cycle] = failed.get(fact.cycle, fact.ended_block)
    return failed


def void_events(before: Iterable[KeptEvent], failed: Mapping[int, int | None]) -> frozenset[str]:
    """Give the names of events that did not happen, for their election had failed by then.

    These are the stage ends from the block of the failure on, with the new council; and that candidacies can be announced at a later block
    than the one in which they could be again.
    """
    return frozenset(one.event.uid for one in before if _is_void(one, failed))


def _is_void(one: KeptEvent, failed: Mapping[int, int | None]) -> bool:
    name, _, number = one.event.uid.partition("@")[0].rpartition("-")
    if name not in (*STAGE_ENDS, BEGINS) or not number.isdecimal():
        return False
    cycle = int(number) - 1 if name == BEGINS else int(number)
    if cycle not in failed:
        return False
    block = failed[cycle]
    if block is None:
        return name == ELECTION
    return one.event.block > block if name == BEGINS else one.event.block >= block
