"""An item that is several messages: each goes out once, and after a crash or a doubt nothing that is out is sent again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Outcome, Proof, Said
from secretariat.effects.chat.sender import DiscordSender
from secretariat.facts.moments import Moment
from secretariat.flow.deliver import Look, deliver
from secretariat.flow.sending import Delivered
from secretariat.store.engine import open_store, reading
from secretariat.store.parts import parts_kept
from secretariat.store.sending import ABANDONED
from tests.effects.chat.discord_here import QUICK, discord_here, posts
from tests.flow.test_deliver import SENT, START, UNCLEAR, Channel, act, kept, queue, run, state

PARAGRAPH = "Words of a sentence. " * 60
THREE = "\n\n".join(f"Paragraph {place}. {PARAGRAPH}".strip() for place in (1, 2, 3))
LATER = Outcome(verdict="not sent", why="told to wait")


class Named(Channel):
    """A channel that keeps the name that each message was sent with, and can die after it has sent one."""

    def __init__(self, *outcomes: Outcome, proof: Proof | None = None, dies_at: int = 0) -> None:
        super().__init__(*outcomes, proof=proof)
        self.names, self.looked, self.dies_at = list[str](), list[str](), dies_at

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        self.names.append(name)
        outcome = super().send(act, name, digest, text, now)
        if len(self.names) == self.dies_at:
            raise KeyboardInterrupt
        return outcome

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        self.looked.append(name)
        return super().prove(act, name, digest, since, now)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    opened = open_store(store_url)
    queue(opened, act(THREE))
    yield opened
    opened.dispose()


def receipt(number: int) -> Outcome:
    return Outcome(verdict="sent", receipt=str(number))


def states(engine: Engine) -> list[tuple[str, str]]:
    with reading(engine) as connection:
        return [(one.state, one.receipt) for one in parts_kept(connection, 1)]


def test_each_part_goes_out_once_and_the_item_has_all_receipts(engine: Engine) -> None:
    channel = Named(receipt(7), receipt(8), receipt(9))
    assert run(engine, channel) == (Delivered(name="d1.1", state="sent", says="7, 8, 9"),)
    assert channel.names == ["d1.1 1/3", "d1.1 2/3", "d1.1 3/3"]
    assert "\n\n".join(channel.texts) == THREE
    assert states(engine) == [("sent", "7"), ("sent", "8"), ("sent", "9")]
    assert run(engine, channel) == ()


def test_as_long_as_no_part_is_out_each_try_has_the_newest_words(engine: Engine) -> None:
    channel = Named(LATER, LATER, receipt(7), receipt(8), receipt(9))
    run(engine, channel)
    assert kept(engine) is None
    newer = THREE.replace("Paragraph", "Chapter")
    run(engine, channel, look=Look(verdict="send", text=newer, said=Said(text=newer)))
    assert states(engine) == [("waiting", "")] * 3
    run(engine, channel, look=Look(verdict="send", text=newer, said=Said(text=newer)))
    assert "\n\n".join(channel.texts[2:]) == newer
    assert kept(engine) == Said(text=newer)
    assert state(engine)[:2] == ("sent", "7, 8, 9")


def test_newer_words_of_one_message_take_the_place_of_parts_that_are_not_out(engine: Engine) -> None:
    channel = Named(LATER, receipt(7))
    run(engine, channel)
    run(engine, channel, look=Look(verdict="send", text="Short now.", said=Said(text="Short now.")))
    assert channel.texts[-1] == "Short now."
    assert states(engine) == []
    assert state(engine)[:2] == ("sent", "7")


def test_told_to_wait_it_goes_on_where_it_was_with_the_words_of_then(engine: Engine) -> None:
    channel = Named(receipt(7), LATER, receipt(8), receipt(9))
    (done,) = run(engine, channel)
    assert (done.state, done.says) == ("queued", "part 2 of 3: told to wait")
    assert states(engine) == [("sent", "7"), ("waiting", ""), ("waiting", "")]
    run(engine, channel, look=Look(verdict="send", text="Other times left.", said=Said(text="Other times left.")))
    assert channel.names == ["d1.1 1/3", "d1.1 2/3", "d1.1 2/3", "d1.1 3/3"]
    assert channel.texts[-1].startswith("Paragraph 3.")
    assert kept(engine) == Said(text=THREE)
    assert state(engine)[:2] == ("sent", "7, 8, 9")


def test_after_a_part_in_doubt_none_is_begun_until_it_is_proven(engine: Engine) -> None:
    channel = Named(receipt(7), UNCLEAR, receipt(9))
    (done,) = run(engine, channel)
    assert (done.state, done.says) == ("unconfirmed", "part 2 of 3: no answer")
    assert run(engine, channel, START + timedelta(days=1)) == ()
    channel.proof = Proof(receipt="8")
    assert [one.state for one in run(engine, channel)] == ["queued", "sent"]
    assert channel.looked == ["d1.1 2/3", "d1.1 2/3"]
    assert channel.names == ["d1.1 1/3", "d1.1 2/3", "d1.1 3/3"]
    assert state(engine)[:2] == ("sent", "7, 8, 9")


def test_the_last_part_is_proven_with_all_receipts(engine: Engine) -> None:
    run(engine, Named(receipt(7), receipt(8), UNCLEAR))
    (done,) = run(engine, Named(proof=Proof(receipt="9")))
    assert done.state == "sent"
    assert state(engine)[:2] == ("sent", "7, 8, 9")


@pytest.mark.parametrize("dies_at", [1, 2, 3])
def test_a_worker_that_dies_leaves_one_part_in_doubt_and_no_other(engine: Engine, dies_at: int) -> None:
    channel = Named(receipt(7), receipt(8), receipt(9), dies_at=dies_at)
    with pytest.raises(KeyboardInterrupt):
        run(engine, channel)
    assert [one for one, _ in states(engine)] == ["sent"] * (dies_at - 1) + ["sending"] + ["waiting"] * (3 - dies_at)
    (done,) = run(engine, channel, START + timedelta(seconds=60))
    assert (done.state, done.says) == ("unconfirmed", ABANDONED)
    channel.dies_at, channel.proof = 0, Proof(receipt="77")
    run(engine, channel, START + timedelta(seconds=61))
    assert channel.names == ["d1.1 1/3", "d1.1 2/3", "d1.1 3/3"]
    assert state(engine)[0] == "sent"
    assert state(engine)[1].split(", ")[dies_at - 1] == "77"


def test_what_is_refused_in_the_middle_goes_on_there_when_a_person_says_so(engine: Engine) -> None:
    run(engine, Named(receipt(7), Outcome(verdict="refused", why="no webhook")))
    assert state(engine) == ("failed", "", "part 2 of 3: no webhook")
    assert states(engine) == [("sent", "7"), ("waiting", ""), ("waiting", "")]


def test_what_is_taken_back_in_the_middle_says_what_is_out(engine: Engine) -> None:
    run(engine, Named(receipt(7), LATER))
    (done,) = run(engine, Named(), look=Look(verdict="withdraw", why="its reason is gone"))
    assert done.says == "its reason is gone; part 1 of 3 is out already (7)"
    assert state(engine)[0] == "withdrawn"


def test_a_worker_that_was_taken_to_be_gone_brings_the_receipt_of_its_part_and_the_rest_is_left_to_others(
    engine: Engine,
) -> None:
    class Slow(Named):
        def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
            run(engine, Channel(), START + timedelta(seconds=60))
            return super().send(act, name, digest, text, now)

    (done,) = run(engine, Slow(receipt(7)))
    assert (done.state, done.says) == ("queued", "7")
    rest = Named(receipt(8), receipt(9))
    run(engine, rest)
    assert rest.names == ["d1.1 2/3", "d1.1 3/3"]
    assert state(engine)[:2] == ("sent", "7, 8, 9")


def test_progress_lets_it_be_tried_again_as_often_as_at_first(engine: Engine) -> None:
    channel = Named(*[LATER] * 7, receipt(7), *[LATER] * 7, receipt(8), receipt(9))
    found = [one.state for _ in range(16) for one in run(engine, channel)]
    assert found == ["queued"] * 14 + ["sent"]


def test_words_that_cannot_be_parted_are_refused_and_nothing_is_sent(engine: Engine) -> None:
    (done,) = run(engine, Named(), look=Look(verdict="send", text="x" * 2_500))
    assert done.state == "failed"
    assert "takes; reword it" in done.says


def test_one_message_has_no_parts(engine: Engine) -> None:
    run(engine, Named(SENT), look=Look(verdict="send", text="Short."))
    assert states(engine) == []


def test_over_a_real_socket_a_part_whose_answer_was_lost_is_found_in_the_history_and_the_rest_follows(
    engine: Engine,
) -> None:
    def now() -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the sink's clock is the machine's

    with discord_here([posts("answer-lost", nth=2)]) as here:
        sender = DiscordSender(places=here.places, wire=QUICK)

        def delivered() -> list[str]:
            look = Look(verdict="send", text=THREE)
            return [one.state for one in deliver(engine, {"discord": sender}, lambda item: look, now)]

        assert delivered() == ["unconfirmed"]
        assert len(here.texts) == 2
        assert delivered() == ["queued", "sent"]
        assert delivered() == []
        ids = [one.id for one in here.arrived.of("discord")]
        assert [text.splitlines()[0].partition(".")[0] for text in here.texts] == [
            "Paragraph 1",
            "Paragraph 2",
            "Paragraph 3",
        ]
    assert state(engine)[:2] == ("sent", ", ".join(ids))
