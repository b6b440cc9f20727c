"""Deliver on both stores: two transactions an item, one try a claim, and no second one after an unclear end."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, update

from secretariat.desk.acts import Act, Destination, as_json, canonical, digest
from secretariat.desk.acts import Channel as Channels
from secretariat.desk.outbox import MOST_TRIES, Item, ItemState, LastLook, Outcome, Proof, Said, look_words
from secretariat.facts.moments import Moment, moment_of
from secretariat.flow.deliver import Look, deliver
from secretariat.flow.sending import Delivered
from secretariat.store.engine import StoreUnusable, open_store, reading, writing
from secretariat.store.outbox import all_items, items_in
from secretariat.store.schema import outbox
from secretariat.store.sending import ABANDONED, claim

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def act(text: str = "Words.", channel: Channels = "discord") -> Act:
    place = Destination(place="council")
    return Act(
        kind="message",
        channel=channel,
        destination=place,
        finding="own/words/1",
        part="discord",
        revision=1,
        text=text,
    )


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    opened = open_store(store_url)
    yield opened
    opened.dispose()


def queue(engine: Engine, *acts: Act) -> None:
    with writing(engine) as connection:
        for number, one in enumerate(acts, start=1):
            row = {"draft": number, "revision": 1, "act": canonical(as_json(one)), "digest": digest(one), "tries": 0}
            connection.execute(
                insert(outbox).values(state="queued", queued_at=moment_of(START), receipt="", why="", **row)
            )


class Channel:
    """A channel that ends as it is told, in turn, and keeps what it was asked to send."""

    longest_seconds = 10.0

    def __init__(self, *outcomes: Outcome, proof: Proof | None = None) -> None:
        self.outcomes, self.proof, self.texts = list(outcomes), proof, list[str]()

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        self.texts.append(text)
        return self.outcomes.pop(0)

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        return self.proof


SENT, UNCLEAR = Outcome(verdict="sent", receipt="77"), Outcome(verdict="unclear", why="no answer")


def run(engine: Engine, channel: Channel, at: datetime = START, look: Look | None = None) -> Sequence[Delivered]:
    def seen(item: Item) -> Look:
        return look or Look(verdict="send", text=item.act.text)

    return tuple(deliver(engine, {"discord": channel}, seen, lambda: at))


def state(engine: Engine, number: int = 1) -> tuple[str, str, str]:
    with reading(engine) as connection:
        row = connection.execute(outbox.select().where(outbox.c.number == number)).one()
    return row.state, row.receipt, row.why


def test_an_item_is_sent_and_settled_once(engine: Engine) -> None:
    queue(engine, act("One."), act("Two."))
    channel = Channel(SENT, SENT)
    assert [one.state for one in run(engine, channel)] == ["sent", "sent"]
    assert run(engine, channel) == ()
    assert channel.texts == ["One.", "Two."]
    assert state(engine) == ("sent", "77", "")


def test_what_is_unclear_is_never_sent_again(engine: Engine) -> None:
    queue(engine, act())
    channel = Channel(UNCLEAR)
    assert run(engine, channel)[0].state == "unconfirmed"
    assert run(engine, channel, START + timedelta(days=30)) == ()
    assert len(channel.texts) == 1
    assert state(engine) == ("unconfirmed", "", "no answer")


class Defective(Channel):
    """A channel with a defect: it raises at words that it does not like, and whenever it looks."""

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        if text == "Two.":
            raise OverflowError("token-secret")
        return super().send(act, name, digest, text, now)

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        raise RecursionError


def test_a_defect_of_a_channel_is_told_and_no_other_item_waits_for_it(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    queue(engine, act("One."), act("Two."), act("Three."))
    assert [one.state for one in run(engine, Defective(SENT, SENT))] == ["sent", "unconfirmed", "sent"]
    assert state(engine, 2) == ("unconfirmed", "", "the program has a defect: OverflowError while it was sent")
    assert [(one.levelname, one.exc_info is not None) for one in caplog.records] == [("ERROR", True)]
    caplog.clear()
    assert run(engine, Defective()) == ()
    assert ["looked for" in one.message and one.exc_info is not None for one in caplog.records] == [True]
    with reading(engine) as connection:
        (found,) = items_in(connection, {"unconfirmed"})
    assert found.looked is not None
    assert not found.looked.read


class Unasked(Channel):
    """A channel that cannot ask the store for an address."""

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        raise StoreUnusable("The store is busy.")


def test_what_the_store_does_not_tell_in_time_is_not_sent_and_goes_out_later(engine: Engine) -> None:
    queue(engine, act("One."), act("Two."))
    assert [one.state for one in run(engine, Unasked())] == ["queued", "queued"]
    assert [state(engine, number)[2] for number in (1, 2)] == ["The store is busy."] * 2
    assert [one.state for one in run(engine, Channel(SENT, SENT), START + timedelta(days=1))] == ["sent", "sent"]


def test_proof_from_outside_settles_what_is_unconfirmed(engine: Engine) -> None:
    queue(engine, act())
    run(engine, Channel(UNCLEAR))
    assert run(engine, Channel(proof=Proof(looked_until=Moment("2026-03-01T12:00:00Z")))) == ()
    (done,) = run(engine, Channel(proof=Proof(receipt="88")))
    assert (done.state, done.says) == ("sent", "88")
    assert state(engine)[:2] == ("sent", "88")


def kept_look(engine: Engine) -> LastLook | None:
    with reading(engine) as connection:
        (found,) = all_items(connection)
    return found.looked


def test_each_look_for_what_is_unconfirmed_is_kept_also_one_that_could_not_be_made(engine: Engine) -> None:
    """What a person has to settle comes with what the desk knows: up to when it was not there, and that nobody can read the channel now."""
    queue(engine, act())
    run(engine, Channel(UNCLEAR))
    assert kept_look(engine) is None
    until = Moment("2026-03-01T12:00:00Z")
    later = [START + timedelta(minutes=minutes) for minutes in (1, 2, 3)]
    first, second, third = (Moment(moment_of(at)) for at in later)
    run(engine, Channel(), later[0])
    assert kept_look(engine) == LastLook(at=first, read=False)
    run(engine, Channel(proof=Proof(looked_until=until)), later[1])
    assert kept_look(engine) == LastLook(at=second, read=True, until=until)
    run(engine, Channel(), later[2])
    assert kept_look(engine) == LastLook(at=third, read=False, until=until), "what was seen before is not forgotten"
    with writing(engine) as connection:
        connection.execute(update(outbox).values(state="queued"))
    run(engine, Channel(UNCLEAR), later[2])
    assert kept_look(engine) is None, "it was sent again since"


A, B = Moment("2026-03-01T12:00:05Z"), Moment("2026-03-01T11:59:59Z")


@pytest.mark.parametrize(
    ("state", "looked", "words"),
    [
        ("sent", LastLook(at=A, read=True, until=B), ""),
        ("unconfirmed", None, "has not looked for it at the channel yet"),
        ("unconfirmed", LastLook(at=A, read=True, until=B), "looked for it at the channel on 2026-03-01 12:00:05 UTC: it was not there up to 2026-03-01 11:59:59 UTC."),
        ("unconfirmed", LastLook(at=A, read=False), "on 2026-03-01 12:00:05 UTC the channel could not be read"),
        ("unconfirmed", LastLook(at=A, read=False, until=B), "At the last look that could be made it was not there up to 2026-03-01 11:59:59 UTC."),
    ],
)  # fmt: skip
def test_what_a_look_showed_is_said_in_a_sentence(state: ItemState, looked: LastLook | None, words: str) -> None:
    item = Item(
        number=1, draft=1, revision=1, act=act(), digest="", state=state, queued_at=Moment("2026"), looked=looked
    )
    assert (look_words(item) == "") == (words == "")
    assert words in look_words(item)
    assert ("Look there yourself." in look_words(item)) == (looked is not None and not looked.read)


def test_what_was_certainly_not_sent_is_tried_again_when_it_may_be(engine: Engine) -> None:
    queue(engine, act())
    later = moment_of(START + timedelta(seconds=30))
    channel = Channel(Outcome(verdict="not sent", why="come later", not_before=later), SENT)
    assert run(engine, channel)[0].state == "queued"
    assert run(engine, channel, START + timedelta(seconds=29)) == ()
    assert run(engine, channel, START + timedelta(seconds=30))[0].state == "sent"


def test_a_person_is_asked_after_many_tries_and_after_a_refusal(engine: Engine) -> None:
    queue(engine, act(), act())
    channel = Channel(*[Outcome(verdict="not sent", why="no connection")] * MOST_TRIES)
    with writing(engine) as connection:
        connection.execute(update(outbox).where(outbox.c.number == 2).values(state="withdrawn"))
    states = [one.state for _ in range(MOST_TRIES + 2) for one in run(engine, channel)]
    assert states == ["queued"] * (MOST_TRIES - 1) + ["failed"]
    with writing(engine) as connection:
        connection.execute(update(outbox).where(outbox.c.number == 2).values(state="queued"))
    assert run(engine, Channel(Outcome(verdict="refused", why="no webhook")))[0].state == "failed"


def kept(engine: Engine) -> Said | None:
    with reading(engine) as connection:
        (found,) = all_items(connection)
    return found.said


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (SENT, Said(text="9 of 19.")),
        (UNCLEAR, Said(text="9 of 19.")),
        (Outcome(verdict="not sent", why="no connection"), None),
        (Outcome(verdict="refused", why="no webhook"), None),
    ],
)
def test_the_words_of_a_try_are_kept_unless_nothing_can_have_arrived(
    engine: Engine, outcome: Outcome, said: Said | None
) -> None:
    queue(engine, act("[[count cast]]."))
    run(engine, Channel(outcome), look=Look(verdict="send", text="9 of 19.", said=Said(text="9 of 19.")))
    assert kept(engine) == said


def test_each_try_keeps_its_own_words(engine: Engine) -> None:
    queue(engine, act("[[count cast]]."))
    channel = Channel(Outcome(verdict="not sent", why="no connection"), SENT)
    for text in ("9 of 19.", "10 of 19."):
        run(engine, channel, look=Look(verdict="send", text=text, said=Said(text=text)))
    assert (channel.texts[-1], kept(engine)) == ("10 of 19.", Said(text="10 of 19."))


def test_a_claim_whose_worker_is_gone_becomes_unconfirmed(engine: Engine) -> None:
    queue(engine, act())
    with writing(engine) as connection:
        assert claim(connection, 1, "token", moment_of(START), Said(text="Words."))
        assert not claim(connection, 1, "other", moment_of(START), Said())
    channel = Channel()
    run(engine, channel, START + timedelta(seconds=20))
    assert state(engine)[0] == "claimed"
    (told,) = run(engine, channel, START + timedelta(seconds=21))
    assert (told.name, told.state, told.says) == ("d1.1", "unconfirmed", ABANDONED)
    assert run(engine, channel, START + timedelta(seconds=22)) == ()
    assert state(engine) == ("unconfirmed", "", ABANDONED)
    assert channel.texts == []


def test_a_worker_that_was_taken_to_be_gone_still_brings_its_receipt_but_nothing_else(engine: Engine) -> None:
    queue(engine, act(), act())

    class Slow(Channel):
        def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
            run(engine, Channel(), START + timedelta(seconds=60))  # meanwhile another worker looks
            return super().send(act, name, digest, text, now)

    slow = Slow(SENT, Outcome(verdict="not sent", why="no connection"))
    with writing(engine) as connection:
        connection.execute(update(outbox).where(outbox.c.number == 2).values(state="withdrawn"))
    assert run(engine, slow)[0].state == "sent"
    assert state(engine)[:2] == ("sent", "77")
    with writing(engine) as connection:
        connection.execute(update(outbox).where(outbox.c.number == 2).values(state="queued"))
    assert run(engine, slow) == ()
    assert state(engine, 2)[0] == "unconfirmed"


@pytest.mark.parametrize(("verdict", "after"), [("wait", "queued"), ("withdraw", "withdrawn")])
def test_the_last_look_decides(engine: Engine, verdict: str, after: str) -> None:
    queue(engine, act())
    channel = Channel()
    (done,) = run(engine, channel, look=Look(verdict=verdict, why="the vote came in"))  # type: ignore[arg-type]
    assert (done.says, channel.texts) == ("the vote came in", [])
    assert state(engine)[0] == after


def test_an_item_of_a_channel_that_is_not_configured_waits(engine: Engine) -> None:
    queue(engine, act(channel="file"))
    assert run(engine, Channel())[0].state == "waiting"
    assert state(engine)[0] == "queued"


def test_an_act_of_a_newer_version_is_not_read_as_this_one(engine: Engine) -> None:
    queue(engine, act())
    with writing(engine) as connection:
        connection.execute(update(outbox).values(act=canonical({**as_json(act()), "schema": 2})))
    with reading(engine) as connection, pytest.raises(ValueError, match="shapes up to"):
        items_in(connection, {"queued"})
