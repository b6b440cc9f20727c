"""The lists of votes and digests that two duties conclude: approved, sent by each member's contact, and read where they arrived."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secretariat.clients.bounds import WireSettings
from secretariat.desk.contacts import Contact
from secretariat.devnet.serving import serve
from secretariat.devnet.sinks.arrived import Arrived, Message
from secretariat.devnet.sinks.telegram import Telegram
from secretariat.duties import digests, proposals
from secretariat.duties.digests.settings import Settings as Digests
from secretariat.duties.proposals.settings import Settings as Proposals
from secretariat.effects.chat.settings import TelegramSettings
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.freshness import SourceState
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.flow.decide import drafts
from secretariat.flow.deliver import deliver
from secretariat.flow.desk_state import open_desk
from secretariat.flow.look import Looking
from secretariat.flow.senders import senders
from secretariat.flow.sending import Delivered
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.store import live
from secretariat.store.contacts import keep_contacts
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_records
from tests.duties.digests.invented import DAY, Staffed
from tests.duties.proposals.invented import BEGAN, JOY, Filed, World
from tests.effects.mail.mail_here import Here, mail_here
from tests.flow.desk.desk import Desk, desk, read_chain, time_of

TOKEN = "1:practice"
QUICK = WireSettings(connect_seconds=2, read_seconds=2, whole_seconds=3, attempts=1)
QUIET = "22:00-07:00"
NOBODY: Mapping[int, str] = {}
DUTIES = (proposals.DUTY, digests.DUTY)

BEGUN = BEGAN + 2_000
"""14:00 council time, 1,000 blocks after proposal 7 came to a vote: its list is due."""
LAST = BEGAN + 1_000 + 43_199
"""The last block in which a vote on proposal 7 counts."""
MIDNIGHT = 70 * DAY
"""00:00 of the first day without a reminder: digests are due, in quiet hours."""
SEVEN = MIDNIGHT + 4_200
"""07:00, when quiet hours end."""
LONG = Filed(number=8, title="Signal for a plan", type="signal", period=100_800, activated=MIDNIGHT - 5_000)
"""Its steps are on the days 69, 73 and later: the days 70 to 72 have none of it."""
NEW = Filed(number=9, title="A second plan", type="signal", period=100_800, activated=MIDNIGHT + 10)
"""Its steps are on the days 70, 74 and later."""
ADA = "ada@practice.example"
NEAR = LAST - 3_500
"""06:28 of another day, in quiet hours, with under six hours left to vote."""

CONTACTS = (
    Contact(member_id=11, consent=True, email="ada@practice.example"),
    Contact(member_id=12, consent=True, email="bert@practice.example", telegram="700012", channel="telegram"),
    Contact(member_id=13, consent=True, email="cleo@practice.example", opted_out=True),
    Contact(member_id=41, consent=True, telegram="700041"),
    Contact(member_id=43, consent=True, email="lead43@practice.example", digest=False),
)
"""Member 45, a lead, has none."""

LOW = Staffed(budget=12 * 2 * (JOY // 1_000) * DAY)
GROUPS = (
    LOW,
    Staffed(group="storageWorkingGroup", budget=LOW.budget, rewards={3: 2 * (JOY // 1_000)}, lead=3),
    Staffed(group="contentWorkingGroup", budget=LOW.budget, rewards={5: 2 * (JOY // 1_000)}, lead=5),
)


@dataclass(frozen=True, kw_only=True)
class Town:
    """A desk beside a mail server and a Telegram, and what arrived there."""

    desk: Desk
    mail: Here
    telegram: Arrived

    def day(
        self,
        head: int,
        votes: Mapping[int, str] = NOBODY,
        groups: Sequence[Staffed] = (),
        more: Sequence[Filed] = (),
    ) -> list[str]:
        """Read the chain at a block, review, and say yes to every text to one member. Gives the keys of what stands on the desk."""
        world = World(head=head, filed=[Filed(votes=votes), *more])
        self.put([*world.records(), *(one for group in groups for one in group.records(head))])
        self.read(head)
        self.desk.review(block=head, duties=DUTIES)
        with reading(self.desk.engine) as connection:
            state = open_desk(connection)
        for known in state.drafts:
            if known.draft.act.destination.place.startswith("member/") and state.state(known) == "open":
                drafts.approve(self.desk.context, f"d{known.draft.number}.{known.draft.act.revision}")
        return [known.finding.key for known in state.findings]

    def put(self, records: Sequence[AnyStated]) -> None:
        """Put into the store what was read, list by list."""
        with writing(self.desk.engine) as connection:
            for file in sorted({one.file for one in records}):
                found = [one for one in records if one.file == file]
                put_records(connection, file, found[0].format, found)

    def read(self, block: int) -> None:
        """Tell the desk that chain and query node were read to the end just now."""
        read_chain(self.desk.context, block, genesis=MAINNET_GENESIS)
        at = time_of(block)
        state = SourceState(source=QUERY_NODE, address="http://x", height=block, height_at=at, read_at=at)
        with writing(self.desk.engine) as connection:
            live.write_source(connection, live.SourceKnown(state=state, chain=MAINNET_GENESIS, spec_version=2004))

    def deliver(self, block: int) -> Sequence[Delivered]:
        """Send what was approved, at a block; what is not sent yet is given with its state."""
        self.read(block)
        self.desk.block = block

        def now() -> datetime:
            return datetime.fromisoformat(time_of(block)).astimezone(UTC)

        look = Looking(context=self.desk.context, duties=DUTIES, machine=now)
        sending = senders(self.desk.context, {TelegramSettings.BOT_VARIABLE: TOKEN})
        return tuple(deliver(self.desk.engine, sending, look, now))

    @property
    def arrived(self) -> list[Message]:
        """List what arrived anywhere: mail first, then Telegram."""
        return [*self.mail.mail.arrived.of("mail"), *self.telegram.of("telegram")]

    def to(self, address: str) -> list[Message]:
        """List what arrived at one address, oldest first."""
        return [one for one in self.arrived if one.to == address]


@contextmanager
def telegram_of_members() -> Iterator[tuple[str, Arrived]]:
    arrived = Arrived(lambda: time.time_ns() // 1_000_000)
    server = serve("telegram", Telegram(arrived, TOKEN, ["700012", "700041"]))
    try:
        yield server.url, arrived
    finally:
        server.close()


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    monkeypatch.setenv(TelegramSettings.BOT_VARIABLE, TOKEN)
    with mail_here(quiet=QUIET) as mail, telegram_of_members() as (api, arrived):
        made = desk(
            f"sqlite:///{tmp_path}/store.db",
            discord=None,
            email=mail.settings,
            telegram=TelegramSettings(api=api, quiet=QUIET),
            wire=QUICK,
            proposals=Proposals(),
            digests=Digests(),
            query_node=QueryNodeSettings(urls=("http://127.0.0.1:9",)),
        )
        with writing(made.engine) as connection:
            keep_contacts(connection, CONTACTS, time_of(BEGAN), BEGAN)
        yield Town(desk=made, mail=mail, telegram=arrived)


def test_the_list_of_votes_arrives_by_each_members_contact_and_who_has_none_is_a_task(town: Town) -> None:
    standing = town.day(BEGUN)
    assert [one.state for one in town.deliver(BEGUN)] == ["sent", "sent"]
    assert [(one.sink, one.to) for one in town.arrived] == [("mail", "ada@practice.example"), ("telegram", "700012")]
    for one in town.arrived:
        assert "Proposals that wait for your vote" in one.text
        assert "Proposal 7, Funding request: “Captions for films”, by edda." in one.text
        assert f"{LAST:,}" in one.text
        assert "https://pioneerapp.xyz/#/proposals/preview/7" in one.text
        assert "**" not in one.text
        assert "[[" not in one.text
    assert town.arrived[0].subject
    assert "contacts/unreachable/13" in standing, "who opted out gets nothing, and somebody is told so"
    assert town.deliver(BEGUN + 100) == ()
    assert len(town.arrived) == 2


def test_digests_wait_for_the_end_of_quiet_hours_and_go_to_who_wants_them(town: Town) -> None:
    """The list of the day before is out; one with the election, the budget and how to be left out comes on a day without a reminder."""
    town.day(BEGUN)
    town.deliver(BEGUN)
    before = len(town.arrived)
    standing = town.day(MIDNIGHT, votes={13: "A"}, groups=GROUPS)
    waiting = town.deliver(MIDNIGHT)
    assert {(one.state, one.says) for one in waiting} == {("waiting", "quiet hours, until 07:00 UTC")}
    assert len(waiting) == 3
    assert len(town.arrived) == before
    assert [one.state for one in town.deliver(SEVEN)] == ["sent"] * 3
    (ada,), (bert,), (lead,) = (town.to(place)[-1:] for place in ("ada@practice.example", "700012", "700041"))
    assert len(town.arrived) == before + 3, "none to member 13, who opted out, and none to 43, who wants no digests"
    for one in (ada, bert):
        assert "Proposal 7, Funding request: “Captions for films”, by edda." in one.text
        assert "To receive none, tell the secretary." in one.text
    assert "The forum working group: reports and budget" in lead.text
    assert "is the first that the budget does not cover" in " ".join(lead.text.split())
    unreachable = [key for key in standing if key.startswith("contacts/unreachable/")]
    assert unreachable == ["contacts/unreachable/45"], "a lead without a contact; member 13 has voted by now"


def test_what_is_soon_of_no_use_goes_through_quiet_hours(town: Town) -> None:
    town.day(NEAR, votes={11: "A"})
    assert [one.state for one in town.deliver(NEAR)] == ["sent"]
    (arrived,) = town.arrived
    assert arrived.to == "700012", "member 11 has voted, member 13 opted out"
    assert "Proposal 7" in arrived.text


def test_who_votes_between_the_yes_and_the_sending_is_not_reminded(town: Town) -> None:
    town.day(BEGUN)
    town.put([*World(head=BEGUN, filed=[Filed(votes={11: "A"})]).records()])
    assert [one.state for one in town.deliver(BEGUN)] == ["withdrawn", "sent"]
    assert [one.to for one in town.arrived] == ["700012"]


def test_a_desk_that_starts_on_a_day_of_digests_gives_one_list(town: Town) -> None:
    """The step of both votes has passed and their digest is due: the step's list goes out, and what it says is not said again."""
    noon = MIDNIGHT + 7_200
    for head in (noon, noon + 900):
        town.day(head, votes={12: "A"}, more=[replace(LONG, votes={12: "A"})])
        town.deliver(head)
        assert [one.text.count("- Proposal") + one.text.count("• Proposal") for one in town.to(ADA)] == [2]
    assert "To receive none" not in town.to(ADA)[0].text, "it is the list of the step, not the digest"
    town.day(72 * DAY + 7_200, votes={11: "A"}, more=[LONG])
    town.deliver(72 * DAY + 7_200)
    assert len(town.to(ADA)) == 1, "of vote 8 the member was told, and nothing is new"


def test_after_a_time_without_a_look_there_is_one_list_and_a_digest_for_what_is_new(town: Town) -> None:
    """The desk looks on day 69, and again on day 71, when the step of vote 9 has passed and its digest is due."""
    town.day(BEGUN)
    town.deliver(BEGUN)
    assert len(town.to(ADA)) == 1
    head = 71 * DAY + 7_200
    town.day(head, votes={11: "A"}, more=[LONG, NEW])
    town.deliver(head)
    town.day(head + 900, votes={11: "A"}, more=[LONG, NEW])
    town.deliver(head + 900)
    assert len(town.to(ADA)) == 2
    assert "Proposal 8" in town.to(ADA)[1].text
    assert "Proposal 9" in town.to(ADA)[1].text
    newer = replace(NEW, number=10, activated=72 * DAY + 5_000)
    for at in (newer.activated + 300, 75 * DAY + 7_200):  # its beginning, and a day without a step
        town.day(at, votes={11: "A"}, more=[replace(LONG, votes={11: "A"}), replace(NEW, votes={11: "A"}), newer])
        town.deliver(at)
    assert [("Proposal 10" in one.text, "To receive none" in one.text) for one in town.to(ADA)[2:]] == [
        (True, False),
        (True, True),
    ]
