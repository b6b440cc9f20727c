"""An invented term: facts of chain and query node at one head, from what a test names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from secretariat.desk.findings import Finding, Wanted
from secretariat.duties.terms.review import review
from secretariat.duties.terms.settings import Settings
from secretariat.facts.chain_proposals import Proposal, ProposalDecision
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, measure
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.secretary_decisions import ElectingProposal, Willing
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCouncil, StoredSeat
from secretariat.facts.stored_proposals import StoredProposal
from tests.duties.elections.invented import CONSTANTS, GENESIS, SPEC, chain, moment, node
from tests.duties.elections.invented import World as Election

BEGAN = 1_000_000
"""The first block of council 7's term."""
IDLE, ANNOUNCING, VOTING, REVEALING = 201_600, 86_400, 57_600, 57_600
ELECTION = BEGAN + IDLE + ANNOUNCING + VOTING + REVEALING
"""The first block of council 8's term, when nothing fails."""
COUNCIL = 7
SETTINGS = Settings(
    forum_category=4,
    member=900,
    discord="town",
    reminder_role="77",
    handover="office",
    role_link="https://example.org/secretary",
    eligibility_items=("A member since a term", "Not on the council"),
    eligibility_source="https://example.org/proposal/5",
    eligibility_date="2024-02-01",
)
LENGTHS = {"idle": IDLE, "announcing": ANNOUNCING, "voting": VOTING, "revealing": REVEALING}


@dataclass(frozen=True, kw_only=True)
class World:
    """What a test says of a term; the rest is as in an ordinary one. Blocks are absolute.

    ``councils`` are the first blocks of the terms that the query node tells of, ``seats`` the members by the council's number.
    """

    head: int = BEGAN + 10
    stage: str = "idle"
    began: int = BEGAN
    ends: int | None = None
    cycle: int = 6
    councils: Sequence[int] = (100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN)
    seats: Mapping[int, Sequence[int]] = field(default_factory=lambda: {6: (21, 22, 23), 7: (31, 32, 33)})
    handles: Mapping[int, str] = field(default_factory=dict)
    strangers: tuple[int, ...] = ()
    carried: int | None = None
    standing: int | None = None
    practice: bool = False
    came: int | None = None
    first_read: int | None = None
    constants: Mapping[str, Any] = field(default_factory=lambda: CONSTANTS)
    more: Sequence[AnyStated] = ()

    @property
    def now(self) -> Now:
        times = [Observation(block=block, milliseconds=block * 6_000) for block in (self.head - 14_400, self.head)]
        return Now(
            at=moment(self.carried or self.head),
            head=self.head,
            block=self.carried or self.head,
            pace=measure(times),
            genesis=GENESIS,
            spec_version=SPEC,
            practice=self.practice,
            came=self.came,
            first_read=self.first_read,
        )

    def snapshot(self) -> Snapshot:
        return snapshot_of([*self._chain(), *self._node(), *self.more])

    def _chain(self) -> Iterable[AnyStated]:
        ends = self.began + LENGTHS[self.stage] if self.ends is None else self.ends
        election = Election(
            stage=self.stage,
            began=self.began,
            ends=ends,
            head=self.head,
            cycle=self.cycle,
            constants=self.constants,
            standing=4 if self.stage in ("voting", "revealing") else self.standing,
        )
        for record in election.records():
            if isinstance(record.fact, StoredCouncil) or record.kind == "runtime-constant":
                yield record
        for member in self.seats.get(len(self.councils), ()):
            yield chain(StoredSeat(member_id=member), str(member), self.head)

    def _node(self) -> Iterable[AnyStated]:
        yield node(ElectedCouncil(elected_block=0, elected_at=moment(0)), "council-0", self.head)
        for number, block in enumerate(self.councils, start=1):
            key = f"council-{number}"
            yield node(ElectedCouncil(elected_block=block, elected_at=moment(block)), key, self.head)
            for member in self.seats.get(number, (number,)):
                yield node(CouncilSeat(council=key, member_id=member), f"seat-{number}-{member}", self.head)
        for member in {*self.handles, *self._named()} - set(self.strangers):
            yield node(Membership(member_id=member, handle=self.handles.get(member)), str(member), self.head)

    def _named(self) -> Iterable[int]:
        """Name who is willing, and their deputies: these are members, but for ``strangers``."""
        for one in self.more:
            if isinstance(one.fact, Willing):
                yield from (member for member in (one.fact.member_id, one.fact.deputy_id) if member is not None)


def concluded(world: World, settings: Settings = SETTINGS) -> dict[str, Finding]:
    """Give what is concluded, by key; a key twice fails."""
    found = review(world.snapshot(), world.now, settings)
    by_key = {one.key: one for one in found}
    assert len(by_key) == len(found)
    return by_key


def keys(world: World, rule: str, settings: Settings = SETTINGS) -> list[str]:
    """Give the subjects of one rule's findings."""
    start = f"terms/{rule}/"
    return [key.removeprefix(start) for key in concluded(world, settings) if key.startswith(start)]


def the(world: World, rule: str, settings: Settings = SETTINGS) -> Finding:
    """Give the only finding of a rule."""
    found = [one for key, one in concluded(world, settings).items() if key.startswith(f"terms/{rule}/")]
    assert len(found) == 1, [one.key for one in found]
    return found[0]


def wanted(world: World, rule: str, part: str, settings: Settings = SETTINGS) -> Wanted:
    """Give one part of the only finding of a rule."""
    found = the(world, rule, settings)
    parts = [one for one in found.wanted if one.part == part]
    assert len(parts) == 1, found.wanted
    return parts[0]


def parts(world: World, rule: str, settings: Settings = SETTINGS) -> list[str]:
    """Name the parts of the only finding of a rule."""
    return [one.part for one in the(world, rule, settings).wanted]


def thread(title: str, number: int = 55, *, block: int = BEGAN + 5, **given: Any) -> AnyStated:
    """State a thread that the office opened."""
    fact = LiveThread(
        thread_id=number,
        title=title,
        category_id=4,
        author_id=900,
        status="active",
        visible=True,
        created_block=block,
    )
    return node(replace(fact, **given), str(number), block)


def reply(number: int, author: int, *, thread: int = 55, block: int = ELECTION + 5, **given: Any) -> AnyStated:
    """State a post in a thread."""
    fact = LivePost(
        post_id=number,
        thread_id=thread,
        author_id=author,
        status="active",
        visible=True,
        origin="thread-reply",
        created_block=block,
    )
    return node(replace(fact, **given), str(number), block)


def category(number: int = 4, status: str = "active") -> AnyStated:
    """State a forum category."""
    return node(LiveCategory(category_id=number, title="Council", status=status), str(number), BEGAN)


def decided(decision: Any) -> AnyStated:
    """State a decision of a person of the desk."""
    seq = decision.taken.seq
    return Stated(kind=decision.KIND, key=str(seq), file="journal", format="journal", line=seq, fact=decision)


def taken(seq: int) -> Taken:
    """Give when and by whom the so-many-th decision was taken."""
    return Taken(at=moment(BEGAN + seq), person="ada", seq=seq)


def willing(member: int, seq: int = 1, **given: Any) -> AnyStated:
    """State that a member is noted as willing to serve in council 7's term."""
    return decided(Willing(**{"taken": taken(seq), "council": COUNCIL, "member_id": member, **given}))


def noted(number: int, seq: int = 50, **given: Any) -> AnyStated:
    """State that a proposal is noted as electing the secretary of council 7's term."""
    return decided(ElectingProposal(**{"taken": taken(seq), "council": COUNCIL, "proposal": number, **given}))


def told(number: int, status: str, *, block: int = BEGAN + 9_000, **given: Any) -> AnyStated:
    """State a Signal as the query node has it, in its status since a block."""
    fact = Proposal(
        number=number,
        title="Elect the Secretary",
        type="signal",
        creator_id=40,
        created_block=BEGAN + 8_000,
        status=status,
        status_block=block,
    )
    return node(replace(fact, **given), str(number), block)


def gracing(number: int, block: int) -> AnyStated:
    """State the decision by which a proposal was approved."""
    return node(ProposalDecision(proposal=number, status="gracing", block=block), f"decision-{number}-{block}", block)


def stored(number: int, status: Any, *, approved: int | None = None) -> AnyStated:
    """State a proposal in the chain's storage."""
    fact = StoredProposal(number=number, status=status, activated_at=BEGAN + 8_000, approved_at=approved)
    return chain(fact, str(number), BEGAN + 9_000)
