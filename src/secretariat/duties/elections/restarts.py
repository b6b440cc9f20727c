"""Whether the present announcing began anew after a failed election, and the failures of the council to be elected.

The chain raises its cycle number each time announcing begins, and emits nothing by which a restart differs from an election after an idle
stage. So the stage before tells: the chain's own where it was read while that stage lasted, else the query node's cycle before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.duties.elections.view import View
from secretariat.facts.election_cycles import BEFORE_THE_FIRST
from secretariat.facts.live_elections import LiveElection
from secretariat.facts.past_states import ComparedState, PastState
from secretariat.facts.stored_council import StoredCouncil

TOO_FEW_CANDIDATES = "not-enough-candidates"


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """An election that seated no council: too few stood, or too few had a revealed vote."""

    election: LiveElection
    too_few_candidates: bool

    @property
    def cycle(self) -> int:
        """Give its number; ``failures`` has none without."""
        return self.election.record.fact.cycle or 0


def began_anew(view: View) -> bool | None:
    """Tell whether the present announcing followed a failed election; None while nothing tells it, which is no all-clear.

    The cycle before having seated a council, or having been in its idle stage, proves that it did not, however far behind the query node
    is. Else the query node must have come to this stage; where none is configured nobody will ever tell, and nothing waits for it. A cycle
    that failed at another block than this announcing's first contradicts the chain, and tells nothing.
    """
    before = view.cycle - 1
    if before <= BEFORE_THE_FIRST or _was_idle(view, before):
        return False
    told = [one for one in view.elections if one.record.fact.cycle in (before, None)]
    if any(one.record.fact.cycle == before and one.outcome == "elected" for one in told):
        return False
    if _failed_here(view, before) is not None:
        return True
    # A query node that has this cycle and never had the one before began with this: nothing that it knows of failed.
    began_with_this = view.stage_is_told and not told and view.election is not None
    return False if began_with_this or not view.now.has_query_node else None


def failures(view: View) -> tuple[Failure, ...]:
    """Give the failures since the last council was elected, the newest first; nothing where announcing did not begin anew.

    The newest is the one after which the present announcing began. Those before it are of the same council: each may have been followed by
    the next before anybody read of it.
    """
    if view.span.stage != "announcing" or _failed_here(view, view.cycle - 1) is None:
        return ()
    return tuple(_back(view))


def _back(view: View) -> Iterator[Failure]:
    cycle = view.cycle - 1
    while (found := view.election_of(cycle)) is not None and found.outcome == "failed":
        too_few = found.voting_start is None if found.failure is None else found.failure == TOO_FEW_CANDIDATES
        yield Failure(election=found, too_few_candidates=too_few)
        cycle -= 1


def _failed_here(view: View, cycle: int) -> LiveElection | None:
    """Find a cycle that ended without a council in the block in which the present announcing began."""
    found = view.election_of(cycle)
    here = found is not None and found.outcome == "failed" and found.record.fact.ended_block == view.span.begins
    return found if here else None


def _was_idle(view: View, cycle: int) -> bool:
    """Tell whether the chain was read in the idle stage of a cycle: that follows its election alone."""
    read: list[StoredCouncil | None] = [one.fact.council for one in view.snapshot.of(ComparedState)]
    read += [one.fact.council for one in view.snapshot.of(PastState)]
    return any(one is not None and (one.cycle, one.stage) == (cycle, "idle") for one in read)
