"""What the duty sees: the runtime in force with its constants, the size of the council that votes, and the pace of blocks."""

from dataclasses import dataclass

from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.duties.guidance.settings import Settings
from secretariat.facts.now import Now
from secretariat.facts.runtime_constants import InForce, constants_of_spec
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredSeat

SIZE = "Council.CouncilSize"


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The facts at one moment. ``seats`` is how many sit on the council, or would after an election; None where neither is known."""

    snapshot: Snapshot
    now: Now
    settings: Settings
    head: int
    runtime: InForce
    seats: int | None


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when no chain, or no constant of its runtime, was read."""
    runtime = constants_of_spec(snapshot, now.spec_version)
    if now.head is None or now.spec_version is None:
        raise Unclear(NOT_READ)
    if not runtime.constants:
        raise Unclear(
            f"No constants of spec version {now.spec_version} were read. Run `secretariat sync`; `secretariat status` says what is behind."
        )
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        head=now.head,
        runtime=runtime,
        seats=seats_of(snapshot, runtime),
    )


def seats_of(snapshot: Snapshot, runtime: InForce) -> int | None:
    """Count who votes: the seats of the sitting council, before the first election those that it will have."""
    return len(snapshot.of(StoredSeat)) or runtime.number(SIZE)
