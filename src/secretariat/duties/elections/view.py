"""What the duty sees: the election as the chain has it at the finalised head, and what the query node adds."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.desk.neutrality.order import seed_of
from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.duties.elections.settings import Settings
from secretariat.facts.chain_head import RuntimeConstant, whole_number
from secretariat.facts.council_stages import StateWrong, current_span
from secretariat.facts.council_terms import covered_block
from secretariat.facts.councils_elected import seated_before
from secretariat.facts.live_elections import LiveElection, live_elections
from secretariat.facts.now import Now
from secretariat.facts.records import Stated
from secretariat.facts.schedule import StageSpan
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import stages_of

SIZE, EXTRA = "Council.CouncilSize", "Council.MinNumberOfExtraCandidates"


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The election at one moment.

    ``span`` is the stage a person sees with its stored end; ``cycle`` the chain's number. ``council`` is the number of the
    council to be elected, or in the idle stage of the sitting one; unknown while the query node may not know of all before it.
    ``elections`` are the query node's cycles.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    stored: Stated[StoredCouncil]
    span: StageSpan
    cycle: int
    head: int
    council: int | None
    constants: Mapping[str, Stated[RuntimeConstant]]
    elections: tuple[LiveElection, ...]

    @property
    def last(self) -> int:
        """Give the last block whose extrinsics come in time for the end of the stage."""
        return self.span.ends - 1

    @property
    def stage_is_told(self) -> bool:
        """Tell whether the query node has come to the present stage: before that it may not tell of all stages and cycles before it."""
        return (covered_block(self.snapshot) or 0) >= self.span.begins

    @property
    def block(self) -> int:
        """Give the block at council time: the head carried forward."""
        return max(self.head, self.now.block or self.head)

    @property
    def occasion(self) -> str:
        """Tell this stage of this cycle from all others, in the subject of a key."""
        return f"{self.cycle}-{self.span.begins}"

    @property
    def size(self) -> int | None:
        """Give how many sit on the council, by the runtime in force."""
        return self.number(SIZE)

    @property
    def needed(self) -> int | None:
        """Give how many must stand when announcing ends."""
        extra = self.number(EXTRA)
        return None if self.size is None or extra is None else self.size + extra

    @property
    def standing(self) -> int | None:
        """Give how many stand by the chain's own count, withdrawals taken off."""
        return self.stored.fact.candidates_count

    @property
    def election(self) -> LiveElection | None:
        """Give the query node's election of this cycle."""
        return self.election_of(self.cycle)

    @property
    def seed(self) -> str:
        """Give the seed of the order in which candidates stand; empty without a genesis."""
        return "" if self.now.genesis is None else seed_of(self.now.genesis, self.cycle)

    def election_of(self, cycle: int) -> LiveElection | None:
        """Give the query node's election of a cycle; None where there is none or it is there twice."""
        found = [one for one in self.elections if one.record.fact.cycle == cycle]
        return found[0] if len(found) == 1 else None

    def number(self, constant: str) -> int | None:
        """Give a constant of the runtime in force that is a whole number."""
        record = self.constants.get(constant)
        return None if record is None else whole_number(record.fact)


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say how the election stands."""
    stored = next(iter(snapshot.of(StoredCouncil)), None)
    if now.head is None or stored is None:
        raise Unclear(NOT_READ)
    if stored.fact.cycle is None:
        raise Unclear("The number of the election cycle is unknown. `secretariat problems` says what cannot be read.")
    try:
        council, referendum = stages_of(stored.fact)
        span = current_span(council, referendum, now.head)
    except StateWrong as error:
        raise Unclear(f"{error}. Run `secretariat sync`; `secretariat status` says what is behind.") from error
    of_referendum = stored.fact.referendum_cycle
    if span.stage in ("voting", "revealing") and of_referendum != stored.fact.cycle:
        raise Unclear(
            f"The cycle is {stored.fact.cycle}, and the referendum's is {of_referendum}; they are one number. Run `secretariat sync`."
        )
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        stored=stored,
        span=span,
        cycle=stored.fact.cycle,
        head=now.head,
        council=_council(snapshot, span, stored.fact.cycle),
        constants={
            one.fact.name: one
            for one in snapshot.of(RuntimeConstant)
            if now.spec_version is None or one.fact.spec_version == now.spec_version
        },
        elections=live_elections(snapshot),
    )


def _council(snapshot: Snapshot, span: StageSpan, cycle: int) -> int | None:
    """Give the number of the council to be elected, in the idle stage of the sitting one; at genesis none sits, and that is 0.

    It is None while the query node may not know of every council before (``seated_before``). In an idle stage the chain itself shows that
    this cycle's election seated one, so a query node that stands still by then takes nothing away.
    """
    before = seated_before(snapshot, span, cycle)
    if before is None or (span.stage == "idle" and not cycle):
        return before
    return before + 1
