"""The last look before sending: vote, withdrawal or stage change after the approval, stale sources, words that changed."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from secretariat.cli.desk_text import draft_lines, item_lines
from secretariat.desk.acts import Destination
from secretariat.desk.contacts import Contact
from secretariat.desk.findings import Due, Finding
from secretariat.desk.outbox import Item, ItemState, Outcome, Proof, Said
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.moments import Moment
from secretariat.flow import ask_desk
from secretariat.flow.announced import NOT_KEPT, announced
from secretariat.flow.ask_desk import drafts
from secretariat.flow.ask_words import weigh
from secretariat.flow.decide import drafts as decide
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.deliver import Look, deliver
from secretariat.flow.desk_state import open_desk
from secretariat.flow.look import CHANGED_SINCE, Looking, message_of
from secretariat.flow.sending import Delivered
from secretariat.store import outbox, schema
from secretariat.store.contacts import keep_contacts
from secretariat.store.engine import reading, writing
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, read_chain, time_of
from tests.flow.desk.test_announced import ATOM

ENDS = "Voting ends [[time 103600]], in [[left 103600]]."
REMINDS = finding("elections/reminds/7", wanted(text=ENDS, until=103_600), needs=("chain",))


class Kept:
    """A channel that keeps what it is asked to send."""

    longest_seconds = 5.0

    def __init__(self) -> None:
        self.texts: list[str] = []

    def send(self, act: object, name: str, digest: str, text: str, now: datetime) -> Outcome:
        self.texts.append(text)
        return Outcome(verdict="sent", receipt=str(len(self.texts)))

    def prove(self, act: object, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        return None


@pytest.fixture
def made(store_url: str) -> Desk:
    opened = desk(store_url)
    opened.review(REMINDS)
    with reading(opened.context.engine) as connection:
        (known,) = open_desk(connection).drafts
    with writing(opened.context.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    return opened


def delivered(made: Desk, block: int = HEAD, channel: Kept | None = None) -> list[Delivered]:
    at = datetime.fromisoformat(time_of(block)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    return list(deliver(made.context.engine, {"discord": channel or Kept()}, look, lambda: at))


def test_what_is_still_wanted_is_sent_with_its_times_as_of_now(made: Desk) -> None:
    channel = Kept()
    assert [one.state for one in delivered(made, channel=channel)] == ["sent"]
    (text,) = channel.texts
    assert "[[" not in text
    assert "2026-01-08 04:40 UTC" in text
    assert "6 h 00 min" in text


def test_a_mail_has_its_title_apart_with_times_as_of_now(made: Desk) -> None:
    words = wanted(title="Ends in [[left 103600]]", text=ENDS, until=103_600, channel="email")
    made.review(finding("elections/mails/7", words))
    with reading(made.context.engine) as connection:
        known = next(one for one in open_desk(connection).drafts if one.draft.act.channel == "email")
    with writing(made.context.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    titles: list[str] = []

    class Titled(Kept):
        def send(self, act: object, name: str, digest: str, text: str, now: datetime) -> Outcome:
            titles.append(act.title)  # type: ignore[attr-defined]
            return super().send(act, name, digest, text, now)

    channel = Titled()
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    list(deliver(made.context.engine, {"email": channel}, look, lambda: at))
    assert titles == ["Ends in 6 h 00 min ± 2 min"]
    assert channel.texts[0].startswith("Voting ends 2026-01-08 04:40 UTC")


@pytest.mark.parametrize(
    ("until", "block", "states"),
    [
        (103_600, HEAD, ["sent"]),  # 22:40: under six hours are left, as far as the band goes
        (110_000, HEAD, ["waiting"]),
        (110_000, HEAD + 4_990, ["waiting"]),  # 06:59
        (110_000, HEAD + 5_000, ["sent"]),  # 07:00
        (None, HEAD, ["waiting"]),
    ],
)
def test_quiet_hours_hold_what_stays_of_use(store_url: str, until: int | None, block: int, states: list[str]) -> None:
    quiet = desk(store_url, discord=DiscordSettings(channels={"council": "1"}, quiet="22:00-07:00"))
    quiet.review(finding("elections/reminds/7", wanted(text="Voting ends.", until=until)))
    with reading(quiet.context.engine) as connection:
        (known,) = open_desk(connection).drafts
    with writing(quiet.context.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    read_chain(quiet.context, block)
    quiet.block = block
    done = delivered(quiet, block)
    assert [one.state for one in done] == states
    assert [one.says for one in done if one.state == "waiting"] == ["quiet hours, until 07:00 UTC"] * states.count(
        "waiting"
    )


@pytest.mark.parametrize(
    ("zone", "says"),
    [
        ("", "quiet hours, until 07:00 UTC"),
        ("Europe/Riga", "quiet hours, until 05:00 UTC"),
        ("America/Sao_Paulo", ""),  # it is 19:40 there
        ("Nowhere/Here", "quiet hours, until 07:00 UTC"),  # a machine whose list has no such zone
    ],
)
def test_quiet_hours_of_a_member_are_by_their_clock(store_url: str, zone: str, says: str) -> None:
    quiet = desk(
        store_url, email=EmailSettings(host="mail.example", sender="desk@practice.example", quiet="22:00-07:00")
    )
    with writing(quiet.engine) as connection:
        contact = Contact(member_id=12, email="ada@practice.example", time_zone=zone, consent=True)
        keep_contacts(connection, [contact], Moment(time_of(0)), HEAD)
    alone = wanted(channel="email", destination=Destination(place="member/12"))
    quiet.review(finding("elections/reminds/7", alone))
    with reading(quiet.engine) as connection:
        (known,) = open_desk(connection).drafts
    with writing(quiet.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=quiet.context, duties=(quiet.duty(),), machine=lambda: at)
    with reading(quiet.engine) as connection:
        state: ItemState = "queued"
        (item,) = outbox.items_in(connection, (state,))
    found = look(item)
    assert (found.verdict, found.why) == (("wait", says) if says else ("send", ""))


@pytest.mark.parametrize(
    ("due", "states"),
    [
        (HEAD - 1, ["waiting", "waiting"]),  # it is past: the words go out because it is
        (HEAD + 3_000, ["sent", "waiting"]),  # due in 5 hours: what is for one member alone has its own last block
        (HEAD + 100_000, ["waiting", "waiting"]),
    ],
)
def test_quiet_hours_are_by_what_is_due_ahead_and_for_one_alone_by_their_own_last_block(
    store_url: str, due: int, states: list[str]
) -> None:
    mails = EmailSettings(host="mail.example", sender="desk@practice.example", quiet="22:00-07:00")
    chats = DiscordSettings(channels={"council": "1"}, quiet="22:00-07:00")
    quiet = desk(store_url, discord=chats, email=mails)
    with writing(quiet.engine) as connection:
        contact = Contact(member_id=12, email="ada@practice.example", consent=True)
        keep_contacts(connection, [contact], Moment(time_of(0)), HEAD)
    alone = wanted(channel="email", part="lead", destination=Destination(place="member/12"), until=HEAD + 200_000)
    both = finding("elections/reminds/7", wanted(until=HEAD + 200_000), alone)
    quiet.review(replace(both, due=Due(what="the first of it", block=due)))
    with reading(quiet.engine) as connection:
        known = sorted(open_desk(connection).drafts, key=lambda one: one.draft.act.channel)
    with writing(quiet.engine) as connection:
        for one in known:
            outbox.queue(connection, one.draft, at=time_of(HEAD))
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=quiet.context, duties=(quiet.duty(),), machine=lambda: at)
    senders = {"discord": Kept(), "email": Kept()}
    found = {one.name: one.state for one in deliver(quiet.context.engine, senders, look, lambda: at)}
    assert list(found.values()) == states


def test_it_is_withdrawn_when_its_reason_is_gone_since_the_yes(made: Desk) -> None:
    made.findings = []  # the vote came in, and no review has run since
    assert [(one.state, one.says) for one in delivered(made)] == [("withdrawn", "its reason is gone")]


def test_it_is_withdrawn_when_other_words_are_wanted_since_the_yes(made: Desk) -> None:
    channel = Kept()
    made.findings = [replace(REMINDS, wanted=(wanted(text=ENDS + " 2 of 3 have voted.", until=103_600),))]
    (done,) = delivered(made, channel=channel)
    assert (done.state, channel.texts) == ("withdrawn", [])
    assert "drafted anew" in done.says
    assert len(made.review().changes.drafted) == 1


@pytest.mark.parametrize(
    ("channel", "title", "begins"),
    [
        ("file", "Questions", "# Questions\n\nVoting ends"),
        ("discord", "Questions", "**Questions**\nVoting ends"),
        ("file", "", "Voting ends"),
    ],
)
def test_a_title_stands_above_the_words_as_its_channel_has_it(
    made: Desk, channel: str, title: str, begins: str
) -> None:
    with reading(made.context.engine) as connection:
        (item,) = outbox.items_in(connection, {"queued"})
    act = replace(item.act, channel=channel, title=title)  # type: ignore[arg-type]
    assert message_of(replace(item, act=act), Said(title=title, text=ENDS)).startswith(begins)


COUNTED = wanted(text="[[count left]] not revealed yet, in [[left 103600]].", until=103_600)


def test_numbers_are_those_of_sending_and_void_no_yes(store_url: str) -> None:
    def with_left(words: str) -> Finding:
        return finding("elections/unrevealed/7", replace(COUNTED, counts=(("left", words),)))

    made, channel = desk(store_url), Kept()
    made.review(with_left("3 votes of 5"))
    with reading(made.context.engine) as connection:
        (known,) = open_desk(connection).drafts
    with writing(made.context.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    assert not made.review(with_left("2 votes of 5")).changes.drafted
    (shown,) = drafts(made.context).drafts
    assert shown.text.startswith("2 votes of 5 not revealed yet")
    assert "".join(one.text for one in weigh(made.context, shown.draft).text) == shown.text
    made.findings = [with_left("1 vote of 5")]  # revealed since the last review
    assert [one.state for one in delivered(made, channel=channel)] == ["sent"]
    assert channel.texts[0].startswith("1 vote of 5 not revealed yet, in 6 h 00 min")


def shown_everywhere(made: Desk) -> list[str]:
    """Give the words as ``show`` has them of item and draft, as the draft's page weighs them, and as the feed has them."""
    item, text = (ask_desk.item(made.context, name) for name in ("o1", "d1"))
    assert item.item is not None
    assert text.draft is not None
    weighed = weigh(made.context, "d1.1")
    feed = ET.fromstring(dict(announced(made.context, ()))["feed.atom"])
    return [
        f"{item.item.title}|{item.item.text}",
        f"{text.draft.title}|{text.draft.text}",
        f"{weighed.title[0].text}|{''.join(one.text for one in weighed.text)}",
        f"{feed.findtext(f'{ATOM}entry/{ATOM}title')}|{feed.findtext(f'{ATOM}entry/{ATOM}content')}",
    ]


def said_to_all(made: Desk) -> str:
    """Send a message with a count and times left to everybody, and let time, votes and words move on; gives what was sent."""

    def cast(words: str, text: str = COUNTED.text) -> Finding:
        of = replace(COUNTED, title="Ends [[time 103600]]", text=text, counts=(("left", words),))
        return finding("elections/unrevealed/7", of, audience="public")

    channel = Kept()
    made.review(cast("10 votes of 19"))
    with reading(made.context.engine) as connection:
        (known,) = open_desk(connection).drafts
    with writing(made.context.engine) as connection:
        outbox.queue(connection, known.draft, at=time_of(HEAD))
    made.findings = [cast("9 votes of 19")]
    assert [one.state for one in delivered(made, channel=channel)] == ["sent"]
    read_chain(made.context, HEAD + 2_000)
    made.review(cast("4 votes of 19"), block=HEAD + 2_000)
    made.review(cast("4 votes of 19", "Other words."), block=HEAD + 2_000)
    made.findings = []
    made.review(block=HEAD + 2_000)
    return channel.texts[0]


def test_what_was_sent_is_shown_in_the_very_words_that_went_out(store_url: str) -> None:
    made = desk(store_url)
    sent = said_to_all(made)
    assert sent.startswith("**Ends 2026-01-08 04:40 UTC ± 2 min**\n9 votes of 19 not revealed yet, in 6 h 00 min")
    assert {f"**{one.replace('|', '**' + chr(10))}" for one in shown_everywhere(made)} == {sent}
    for name in ("o1", "d1"):
        assert "Text:" in list(item_lines(ask_desk.item(made.context, name)))


def test_what_was_sent_before_words_were_kept_says_so(store_url: str) -> None:
    made = desk(store_url)
    said_to_all(made)
    with writing(made.context.engine) as connection:
        connection.execute(update(schema.outbox).values(said=None))
    *here, weighed, feed = shown_everywhere(made)
    assert len({*here, weighed}) == 1
    assert "in 2 h 40 min" in weighed
    assert "(number not kept) not revealed yet, in the time that was left" in feed
    assert feed.endswith(NOT_KEPT)
    for name in ("o1", "d1"):
        lines = "\n".join(item_lines(ask_desk.item(made.context, name)))
        assert "Text (it went out before the desk kept its words: times and counts are those of now):" in lines


def test_it_waits_while_the_source_it_rests_on_is_stale(made: Desk) -> None:
    (done,) = delivered(made, block=HEAD + 200)  # 20 minutes after the chain was read
    assert done.state == "waiting"
    assert "chain" in done.says
    read_chain(made.context, HEAD + 200)
    assert [one.state for one in delivered(made, block=HEAD + 200)] == ["sent"]


def test_it_waits_while_its_duty_fails(made: Desk) -> None:
    made.failing = "a rule is wrong"
    (done,) = delivered(made)
    assert (done.state, "a rule is wrong" in done.says) == ("waiting", True)


def test_what_is_too_late_is_not_said(made: Desk) -> None:
    read_chain(made.context, 103_601)
    assert [(one.state, one.says) for one in delivered(made, 103_601)] == [("withdrawn", "it is too late to say it")]


def test_a_review_that_ran_first_took_it_back_itself(made: Desk) -> None:
    made.findings = []
    made.review()
    assert delivered(made) == []


def test_one_conclusion_serves_several_items_and_no_longer_than_seconds(made: Desk) -> None:
    at = [datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)]
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at[0])
    with reading(made.context.engine) as connection:
        (item,) = outbox.items_in(connection, {"queued"})
    assert look(item).verdict == "send"
    made.findings = []
    assert look(item).verdict == "send"
    at[0] += timedelta(seconds=11)
    assert look(item) == Look(verdict="withdraw", why="its reason is gone")


def test_an_item_whose_place_in_the_desk_is_gone_is_withdrawn(made: Desk) -> None:
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    with reading(made.context.engine) as connection:
        (item,) = outbox.items_in(connection, {"queued"})
    other = replace(item, act=replace(item.act, finding="elections/other/7", destination=Destination(place="council")))
    assert isinstance(other, Item)
    assert look(other).verdict == "withdraw"


REWORDED = "Voting ends soon; the thread is open."


def reworded(url: str, *later: str) -> Desk:
    """Make a desk with a person's words, beside which stand others of the finding; each of the last texts by a review."""
    made = desk(url)
    made.review(REMINDS)
    decide.reword(made.context, "d1.1", REWORDED)
    for text in later:
        made.review(replace(REMINDS, wanted=(wanted(text=text, until=103_600),)))
    return made


@pytest.fixture
def _ada(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")


@pytest.mark.usefixtures("_ada")
@pytest.mark.parametrize("later", [(), ("The thread is open: 55.",)])
def test_a_yes_to_a_person_s_words_holds_over_the_words_that_stood_beside_them(
    store_url: str, later: tuple[str, ...]
) -> None:
    made, channel = reworded(store_url, *later), Kept()
    decide.approve(made.context, "d1.2")
    made.review()
    assert [one.state for one in delivered(made, channel=channel)] == ["sent"]
    assert REWORDED in channel.texts[0]


@pytest.mark.usefixtures("_ada")
@pytest.mark.parametrize("reviewed", [True, False])
def test_a_change_after_the_yes_makes_them_wait_and_that_is_told_with_what_to_do(
    store_url: str, reviewed: bool
) -> None:
    made = reworded(store_url, "The thread is open: 55.")
    decide.approve(made.context, "d1.2")
    made.findings = [replace(REMINDS, wanted=(wanted(text="The thread is closed.", until=103_600),))]
    if reviewed:
        made.review()
    (done,) = delivered(made)
    assert (done.state, done.says) == ("waiting", CHANGED_SINCE)
    shown, item = ask_desk.item(made.context, "d1.2"), ask_desk.item(made.context, "o1").item
    assert shown.draft is not None
    assert item is not None
    assert shown.draft.item_why == item.why == f"waits: {CHANGED_SINCE}"
    assert f"in the outbox as o1: waits: {CHANGED_SINCE}" in "\n".join(item_lines(shown))
    assert any("reword it" in line for line in draft_lines(drafts(made.context).drafts))
    made.review()
    decide.reword(made.context, "d1.2", REWORDED)  # the same words will do
    decide.approve(made.context, "d1.3")
    channel = Kept()
    assert [one.state for one in delivered(made, channel=channel)] == ["sent"]
    assert len(channel.texts) == 1


@pytest.mark.usefixtures("_ada")
def test_the_same_words_are_no_other_words_while_none_stand_beside_them(store_url: str) -> None:
    made = reworded(store_url)
    with pytest.raises(DecisionRefused, match="says already"):
        decide.reword(made.context, "d1.2", REWORDED)


def test_why_it_waits_is_kept_with_it_and_gone_when_it_is_sent(made: Desk) -> None:
    (done,) = delivered(made, block=HEAD + 1_000)
    assert done.state == "waiting"
    item = ask_desk.item(made.context, "o1").item
    assert item is not None
    assert item.why == f"waits: {done.says}"
    assert "behind" in item.why
    assert [one.state for one in delivered(made)] == ["sent"]
    sent = ask_desk.item(made.context, "o1").item
    assert sent is not None
    assert sent.why == ""
