"""An invented council with proposals, groups and a forum: what the digests of a day rest on, from what a test names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.findings import Finding, Wanted
from secretariat.duties.digests.review import review
from secretariat.duties.digests.settings import Settings
from secretariat.facts.amounts import Amount
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.headings import headings_in
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.moments import Moment
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.report_sections import SETTINGS as SECTIONS
from secretariat.facts.report_sections import RequiredSection
from secretariat.facts.reporting_cycle import How, Report, ReportNoted
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.staffing import Opening
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from tests.duties.proposals.invented import JOY, World, chain, node

DAY = 14_400
SETTINGS = Settings(community=("discord/town", "file/digest.md"))
FORUM = "forumWorkingGroup"


@dataclass(frozen=True, kw_only=True)
class Staffed:
    """A working group: the forum's with member 41 as lead unless said otherwise; rewards are JOY for each block. ``since`` is when its workers were hired."""

    group: str = FORUM
    since: int | None = 1
    budget: int | None = 1_000 * JOY
    rewards: Mapping[int, int | None] | None = None
    lead: int | None = 1
    missing: int = 0
    period: int | None = DAY
    owed: int | None = None

    def records(self, head: int) -> Iterable[AnyStated]:
        rewards = {1: JOY // 1_000, 2: JOY // 1_000} if self.rewards is None else self.rewards
        stored = StoredGroup(
            group=self.group,
            budget=None if self.budget is None else Amount(self.budget),
            lead=self.lead,
            active_workers=len(rewards) + self.missing,
            reward_period=self.period,
        )
        yield chain(stored, self.group, head)
        for number, each in rewards.items():
            worker = StoredWorker(
                group=self.group,
                worker=number,
                member_id=40 + number,
                created_block=self.since,
                reward_per_block=None if each is None else Amount(each),
                missed_reward=None if self.owed is None else Amount(self.owed),
            )
            yield chain(worker, f"{self.group}-{number}", head)


def thread(number: int, block: int, status: str = "active") -> AnyStated:
    """State a thread of the forum."""
    fact = LiveThread(thread_id=number, title="On captions", status=status, created_block=block)
    return node(fact, str(number), block)


def opening(number: int, block: int, status: str = "open") -> AnyStated:
    """State an opening of the forum's working group."""
    return node(Opening(group=FORUM, status=status, title="Host", created_block=block), f"{FORUM}-{number}", block)


def report_thread(number: int, text: str | None, *, author: int = 41) -> tuple[AnyStated, AnyStated]:
    """State a thread by member 41 with its first post of some text; None where the post's headings were not read."""
    opened = LiveThread(thread_id=number, title="Our plan", status="active", author_id=author, first_post=number * 10)
    post = LivePost(
        post_id=number * 10,
        thread_id=number,
        author_id=author,
        status="active",
        headings=None if text is None else headings_in(text),
    )
    return node(opened, str(number), 5), node(post, str(number * 10), 5)


def required(report: Report, *headings: str) -> list[AnyStated]:
    """State the sections that the settings require of a report."""
    return [
        Stated(
            kind=RequiredSection.KIND,
            key=f"{report}/{place}",
            file="settings",
            format=SECTIONS,
            line=place,
            fact=RequiredSection(report=report, heading=one),
        )
        for place, one in enumerate(headings, start=1)
    ]


def noted(
    report: Report,
    how: How,
    *,
    seq: int = 5,
    until: int | None = None,
    group: str = FORUM,
    thread: int | None = None,
    block: int | None = None,
) -> AnyStated:
    """State what a person of the desk noted of a report."""
    taken = Taken(at=Moment("2024-01-01T00:00:00Z"), person="ada", why="told in a call", seq=seq)
    fact = ReportNoted(
        taken=taken, council=1, report=report, how=how, group=group, until=until, thread=thread, block=block
    )
    return Stated(kind=fact.KIND, key=str(seq), file="journal", format="journal", line=seq, fact=fact)


def concluded(world: World, settings: Settings = SETTINGS, *, groups: Sequence[Staffed] = ()) -> dict[str, Finding]:
    """Give what is concluded, by key; a key twice fails. Council 1 is in office."""
    records = [*world.records(), *(one for group in groups for one in group.records(world.head))]
    found = review(snapshot_of(records), world.now, settings)
    by_key = {one.key: one for one in found}
    assert len(by_key) == len(found)
    return by_key


def to(world: World, member: int, settings: Settings = SETTINGS, groups: Sequence[Staffed] = ()) -> tuple[Wanted, ...]:
    """Give what is wanted for one member."""
    found = concluded(world, settings, groups=groups).values()
    place = f"member/{member}"
    return tuple(one for finding in found for one in finding.wanted if one.destination.place == place)
