"""Councils elected: how many there were before an election, as far as the query node proves it, however far behind it is now."""

from secretariat.facts.council_terms import council_terms, covered_block
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.schedule import StageSpan
from secretariat.facts.snapshot import Snapshot


def seated_before(snapshot: Snapshot, span: StageSpan, cycle: int) -> int | None:
    """Give how many councils elections before the present ``cycle`` seated; None while the query node may not know of all of them.

    ``span`` is the present stage; an idle one follows the election of its cycle, but for the one at genesis (cycle 0). What the query
    node told once stays true when it stands still, so one of these is enough:

    - it tells of this cycle: the chain counts cycles up (council pallet, ``AnnouncementPeriodNr``), so all before it were over by then;
    - the newest council that it tells of came from the cycle before: nothing can have been elected between two;
    - it has come to this stage.

    Where a cycle before names a council that is not in the list, the list is behind, and nothing is known.
    """
    terms = council_terms(snapshot)
    councils = snapshot.of(ElectedCouncil)
    if not terms and not councils:
        return None
    cycles = [one.fact for one in snapshot.of(ElectionCycle)]
    listed = {one.key for one in councils}
    earlier = [one for one in cycles if one.cycle is not None and one.cycle < cycle]
    if any(one.next_council is not None and one.next_council not in listed for one in earlier):
        return None
    of_this = {one.next_council for one in cycles if one.cycle == cycle}
    before = sum(1 for one in terms if one.key not in of_this and not _began_with(one.start_block, span))
    newest = terms[-1].cycle if terms else None
    follows = newest is not None and newest.fact.cycle == cycle - 1
    told = follows or any(one.cycle == cycle for one in cycles)
    return before if told or _came_to(snapshot, span, cycle, len(terms) - before) else None


def _came_to(snapshot: Snapshot, span: StageSpan, cycle: int, seated: int) -> bool:
    """Tell whether the query node has come to a stage; an idle one after an election shows a council ``seated`` by it, too."""
    here = (covered_block(snapshot) or 0) >= span.begins
    return here and (span.stage != "idle" or not cycle or seated > 0)


def _began_with(start: int | None, span: StageSpan) -> bool:
    """Tell whether a council is the one with whose election the present idle stage began."""
    return span.stage == "idle" and start is not None and start >= span.begins
