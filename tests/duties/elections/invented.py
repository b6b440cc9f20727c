"""An invented election: facts of chain and query node at one head, from what a test names."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.marks import counts_of, left_to, time_of, written_out
from secretariat.duties.elections.review import review
from secretariat.duties.elections.settings import Settings
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.councils import CouncilSeat, ElectedCouncil, StageUpdate
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle, ElectionEvent
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.opened_threads import RECEIPT, OpenedThread
from secretariat.facts.pace import Observation, measure
from secretariat.facts.records import CHAIN, QUERY_NODE, AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil, StoredSeat

GENESIS = "0x" + "ab" * 32
BEGAN, LENGTH = 1_000_000, 86_400
ENDS = BEGAN + LENGTH
LAST = ENDS - 1
CYCLE = 7
SPEC = 2004
SEATS = 3
JOY = 10**10

CONSTANTS: Mapping[str, Any] = {
    "Council.CouncilSize": SEATS,
    "Council.MinNumberOfExtraCandidates": 0,
    "Council.MinCandidateStake": 1_666_666_666_660_000,
    "Council.AnnouncingPeriodDuration": 86_400,
    "Council.IdlePeriodDuration": 201_600,
    "Referendum.VoteStageDuration": 57_600,
    "Referendum.RevealStageDuration": 57_600,
    "Referendum.MinimumStake": 1_666_666_666_660,
    "Referendum.MaxSaltLength": 32,
    "Members.CandidateStake": 1_666_666_666_660,
}
SETTINGS = Settings(forum_category=4, member=900, discord="town", reminder_role="77")


def moment(block: int, milliseconds: int = 6_000) -> Moment:
    """Give a block's time, by an even pace since 2024."""
    return moment_of_milliseconds(1_704_067_200_000 + block * milliseconds)


def chain(fact: Any, key: str, line: int = 1) -> AnyStated:
    """State a fact of the chain."""
    return Stated(kind=fact.KIND, key=key, file=f"chain/{fact.KIND}", format=CHAIN, line=line, fact=fact)


def node(fact: Any, key: str, line: int) -> AnyStated:
    """State a fact of the query node, first read at a block."""
    return Stated(kind=fact.KIND, key=key, file=f"query-node/{fact.KIND}", format=QUERY_NODE, line=line, fact=fact)


@dataclass(frozen=True, kw_only=True)
class World:
    """What a test says of an election; the rest is as in an ordinary one. Blocks of changes are absolute.

    ``came`` and ``left`` are (block, member). ``seen`` is the block that the query node has come to, the head unless given.
    """

    stage: str = "announcing"
    head: int = BEGAN + 10
    began: int = BEGAN
    ends: int = ENDS
    cycle: int = CYCLE
    came: Sequence[tuple[int, int]] = ()
    left: Sequence[tuple[int, int]] = ()
    standing: int | None = None
    seen: int | None = None
    carried: int | None = None
    handles: Mapping[int, str] = field(default_factory=dict)
    votes: Sequence[tuple[int, int | None]] = ()
    seats: Sequence[int] = (31, 32, 33)
    councils: int = 6
    constants: Mapping[str, Any] = field(default_factory=lambda: CONSTANTS)
    reward: int | None = 3_858_024_691
    milliseconds: int = 6_000
    practice: bool = False
    more: Sequence[AnyStated] = ()

    @property
    def known(self) -> int:
        return self.head if self.seen is None else self.seen

    @property
    def now(self) -> Now:
        times = [Observation(block=b, milliseconds=b * self.milliseconds) for b in (self.head - 14_400, self.head)]
        return Now(
            at=moment(self.carried or self.head),
            head=self.head,
            block=self.carried or self.head,
            pace=measure(times),
            genesis=GENESIS,
            spec_version=SPEC,
            practice=self.practice,
        )

    def present(self, until: int) -> list[int]:
        """List who stands after a block."""
        gone = {member for block, member in self.left if block <= until}
        return [member for block, member in self.came if block <= until and member not in gone]

    def records(self) -> list[AnyStated]:
        """State everything."""
        return [*self._chain(), *self._councils(), *self._cycle(), *self.more]

    def snapshot(self) -> Snapshot:
        return snapshot_of(self.records())

    def _counted(self, members: int) -> int:
        """Give the chain's own count; no election is voted on with fewer candidates than seats."""
        if self.standing is not None:
            return self.standing
        return max(members, SEATS) if self.stage in ("voting", "revealing") else members

    def _lasts(self, constant: str) -> int:
        found = self.constants.get(constant)
        return found if type(found) is int else 0

    def _chain(self) -> Iterable[AnyStated]:
        members = self.present(self.head)
        voting = self.stage in ("voting", "revealing")
        yield chain(
            StoredCouncil(
                cycle=self.cycle,
                stage="election" if voting else self.stage,  # type: ignore[arg-type]
                stage_changed_at=self.began
                - (self._lasts("Referendum.VoteStageDuration") if self.stage == "revealing" else 0),
                stage_ends_at=None if voting else self.ends,
                candidates_count=None if self.stage == "idle" else self._counted(len(members)),
                referendum=self.stage if voting else "inactive",  # type: ignore[arg-type]
                referendum_started=self.began if voting else None,
                referendum_ends_at=self.ends if voting else None,
                referendum_cycle=self.cycle if voting else None,
                winning_target_count=SEATS if voting else None,
                councilor_reward=None if self.reward is None else Amount(self.reward),
            ),
            "council",
            self.head,
        )
        for member in members if self.stage != "idle" else ():
            yield chain(StoredCandidate(member_id=member, cycle=self.cycle), str(member), self.head)
        for member in self.seats:
            yield chain(StoredSeat(member_id=member), str(member), self.head)
        for name, value in self.constants.items():
            yield chain(
                RuntimeConstant(spec_version=SPEC, name=name, value=json.dumps(value)), f"{SPEC}/{name}", self.head
            )

    def _councils(self) -> Iterable[AnyStated]:
        for number in range(self.councils + 1):
            block = number * 100_000
            yield node(ElectedCouncil(elected_block=block, elected_at=moment(block)), f"council-{number}", self.known)
            if number:
                seat = CouncilSeat(council=f"council-{number}", member_id=number)
                yield node(seat, f"seat-{number}", self.known)
        for member, handle in self.handles.items():
            yield node(Membership(member_id=member, handle=handle), str(member), self.known)

    def _cycle(self) -> Iterable[AnyStated]:
        """State the cycle as the query node has it: candidacies, changes, votes (candidacy or None where not revealed)."""
        key = f"cycle-{self.cycle}"
        yield node(ElectionCycle(cycle=self.cycle, finished=False, created_at=moment(BEGAN)), key, self.known)
        for block, member in self.came:
            if block > self.known:
                continue
            gone = any(one == member and at <= self.known for at, one in self.left)
            revealed = sum(voted == member for _, voted in self.votes)
            fact = Candidacy(
                election=key,
                member_id=member,
                status="withdrawn" if gone else "active",
                vote_power=Amount(revealed * JOY),
                created_at=moment(block),
            )
            yield node(fact, f"candidacy-{member}-{block}", self.known)
            yield node(ElectionEvent(event="new-candidate", block=block), f"came-{member}-{block}", self.known)
        for block, member in self.left:
            if block <= self.known:
                yield node(
                    ElectionEvent(event="candidacy-withdrawn", block=block), f"left-{member}-{block}", self.known
                )
        keys = {member: f"candidacy-{member}-{block}" for block, member in self.came}
        for number, (stake, voted) in enumerate(self.votes):
            vote = CastVote(
                election=key,
                account=f"voter-{number}",
                stake=Amount(stake * JOY),
                candidacy=None if voted is None else keys[voted],
            )
            yield node(vote, f"vote-{number}", self.known)


def concluded(world: World, settings: Settings = SETTINGS) -> dict[str, Finding]:
    """Give what is concluded, by key; a key twice fails."""
    found = review(world.snapshot(), world.now, settings)
    by_key = {one.key: one for one in found}
    assert len(by_key) == len(found)
    return by_key


def keys(world: World, rule: str, settings: Settings = SETTINGS) -> list[str]:
    """Give the subjects of one rule's findings."""
    start = f"elections/{rule}/"
    return [key.removeprefix(start) for key in concluded(world, settings) if key.startswith(start)]


def wanted(world: World, rule: str, part: str, settings: Settings = SETTINGS) -> Wanted:
    """Give one part of the only finding of a rule."""
    found = [one for key, one in concluded(world, settings).items() if key.startswith(f"elections/{rule}/")]
    assert len(found) == 1, [one.key for one in found]
    parts = [one for one in found[0].wanted if one.part == part]
    assert len(parts) == 1, found[0].wanted
    return parts[0]


def as_said(words: Wanted) -> str:
    """Give a text with its counts written out; a count without words fails."""
    assert counts_of(words.text) == {name for name, _ in words.counts}
    return written_out(words.text, time=time_of, left=left_to, counts=dict(words.counts))


def parts(world: World, rule: str, settings: Settings = SETTINGS) -> list[str]:
    """Name the parts of the only finding of a rule."""
    found = [one for key, one in concluded(world, settings).items() if key.startswith(f"elections/{rule}/")]
    assert len(found) == 1, [one.key for one in found]
    return [one.part for one in found[0].wanted]


def thread(number: int = 55, *, block: int = BEGAN + 5, council: int = 7, **given: Any) -> AnyStated:
    """State the introductions thread."""
    fact = LiveThread(
        thread_id=number,
        title=f"Council {council}: applicants introduce themselves",
        category_id=4,
        author_id=900,
        status="active",
        visible=True,
        created_block=block,
    )
    return node(replace(fact, **given), str(number), block)


def opened(number: int = 55, *, block: int = BEGAN + 5, council: int = 7) -> AnyStated:
    """State the introductions thread as the receipt of this desk's own transaction has it."""
    title = f"Council {council}: applicants introduce themselves"
    fact = OpenedThread(thread_id=number, title=title, category_id=4, author_id=900, created_block=block)
    return Stated(kind=fact.KIND, key=str(number), file="outbox", format=RECEIPT, line=1, fact=fact)


def category(number: int = 4, status: str = "active") -> AnyStated:
    """State a forum category."""
    return node(LiveCategory(category_id=number, title="Council", status=status), str(number), BEGAN)


def failed_before(world: World, *, reveal: bool = False, told: bool = True, stood: int = 2) -> list[AnyStated]:
    """State that the cycle before failed where the present announcing began: too few candidates, or too few revealed.

    With ``reveal`` five stood, two had a revealed vote, four votes were cast and two of them revealed.
    """
    key = f"cycle-{world.cycle - 1}"
    cycle = ElectionCycle(
        cycle=world.cycle - 1, finished=True, ended_block=world.began, created_at=moment(world.began - 86_400)
    )
    problem = ("new-council-not-elected" if reveal else "not-enough-candidates") if told else None
    update = StageUpdate(
        stage="announcing",
        changed_block=world.began,
        ends_at=world.ends,
        problem=problem,
        created_at=moment(world.began),
    )
    found = [node(cycle, key, world.known), node(update, "update-now", world.known)]
    for member in range(1, (5 if reveal else stood) + 1):
        power = Amount(JOY) if reveal and member <= 2 else Amount(0)
        fact = Candidacy(
            election=key, member_id=member, status="failed", vote_power=power, created_at=moment(world.began - 50_000)
        )
        found.append(node(fact, f"before-{member}", world.known))
    gone = Candidacy(election=key, member_id=9, status="withdrawn", created_at=moment(world.began - 50_000))
    found.append(node(gone, "before-9", world.known))
    for number in range(4 if reveal else 0):
        vote = CastVote(election=key, stake=Amount(JOY), candidacy=f"before-{number + 1}" if number < 2 else None)
        found.append(node(vote, f"before-vote-{number}", world.known))
    return found
