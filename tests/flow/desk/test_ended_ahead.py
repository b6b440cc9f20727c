"""A yes given ahead ends: what waits under it is not sent, and stands open for a person's yes."""

from datetime import UTC, datetime

import pytest

from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.decide import drafts, standing
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.deliver import deliver
from secretariat.flow.desk_state import open_desk
from secretariat.flow.look import Looking
from secretariat.flow.sending import Delivered
from secretariat.store import outbox
from secretariat.store.engine import reading, writing
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, everything, read_chain, time_of
from tests.flow.desk.test_decide import constants
from tests.flow.desk.test_look import Kept
from tests.flow.desk.test_mandates import office

OPENS = finding("elections/opens/7", wanted(text="Announcing ends."))


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    opened = desk(store_url)
    constants(opened)
    opened.review(OPENS)
    standing.grant(opened.context, "d1.1", until=HEAD + 50, why="Routine.")
    assert opened.review().approved_ahead == (("d1.1", "s1"),)
    return opened


def delivered(made: Desk, channel: Kept) -> list[Delivered]:
    at = datetime.fromisoformat(time_of(made.block)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    return list(deliver(made.engine, {"discord": channel}, look, lambda: at))


def texts(made: Desk) -> dict[str, str]:
    return {one.draft: one.state for one in ask_desk.drafts(made.context).drafts}


def items(made: Desk) -> list[tuple[str, str]]:
    with reading(made.engine) as connection:
        return [(one.state, one.why) for one in outbox.all_items(connection)]


def test_revoked_it_takes_back_what_waits_at_once(made: Desk) -> None:
    said = standing.revoke(made.context, "s1", why="Enough.")
    assert said == "s1 is revoked. What waited under it is taken back and stands open for a person's yes: d1.2."
    why = "the standing approval s1 does not hold any more: revoked by ada on 2026-01-07: Enough."
    assert items(made) == [("withdrawn", why)]
    assert texts(made) == {"d1.2": "open"}
    channel = Kept()
    assert (delivered(made, channel), channel.texts) == ([], [])
    assert made.review().nothing
    drafts.approve(made.context, "d1.2")
    assert [one.state for one in delivered(made, channel)] == ["sent"]
    assert len(channel.texts) == 1
    assert ask_journal.verify(made.context).wrong == ()


def test_what_a_worker_has_claimed_stays_on_its_way(made: Desk) -> None:
    with writing(made.engine) as connection:
        outbox.move(connection, 1, {"queued"}, "claimed", claim="w", claimed_at=time_of(HEAD))
    assert standing.revoke(made.context, "s1", why="Enough.") == "s1 is revoked."
    assert items(made) == [("claimed", "")]
    with writing(made.engine) as connection:  # it was certainly not sent, and is to be tried again
        outbox.move(connection, 1, {"claimed"}, "queued", claim=None)
    channel = Kept()
    (done,) = delivered(made, channel)
    assert (done.state, channel.texts) == ("withdrawn", [])
    assert "s1 does not hold any more: revoked by ada" in done.says
    made.review()
    assert texts(made) == {"d1.2": "open"}


def test_a_person_s_own_yes_stays(made: Desk) -> None:
    made.review(OPENS, finding("elections/closes/7", wanted(text="Voting begins.")))
    drafts.approve(made.context, "d2.1")
    standing.revoke(made.context, "s1", why="Enough.")
    assert [state for state, _ in items(made)] == ["withdrawn", "queued"]
    channel = Kept()
    assert [one.state for one in delivered(made, channel)] == ["sent"]


@pytest.mark.parametrize(("secretary", "holds"), [(11, True), (99, False)])
def test_another_secretary_s_mandate_takes_it_back_as_it_is_confirmed(
    made: Desk, monkeypatch: pytest.MonkeyPatch, secretary: int, *, holds: bool
) -> None:
    office(made, monkeypatch, secretary)
    assert texts(made) == ({"d1.1": "queued"} if holds else {"d1.2": "open"})
    channel = Kept()
    assert [one.state for one in delivered(made, channel)] == (["sent"] if holds else [])
    assert len(channel.texts) == int(holds)


@pytest.mark.parametrize(("block", "state"), [(HEAD + 50, "sent"), (HEAD + 51, "withdrawn")])
def test_after_its_last_block_nothing_goes_out_under_it(made: Desk, block: int, state: str) -> None:
    made.block = block
    read_chain(made.context, block)
    channel = Kept()
    (done,) = delivered(made, channel)
    assert (done.state, len(channel.texts)) == (state, int(state == "sent"))
    if state == "withdrawn":
        assert "it held until block 100,050" in done.says
        made.review(block=block)
        with reading(made.engine) as connection:
            assert [known.draft.name for known in open_desk(connection).drafts] == ["d1.2"]


def test_what_is_said_yes_to_ahead_is_not_said_yes_to_twice(made: Desk) -> None:
    before = everything(made.context)
    for until in (HEAD + 50, HEAD + 70):
        with pytest.raises(DecisionRefused, match="s1 says yes ahead to these words already, until block 100,050"):
            standing.grant(made.context, "d1.1", until=until, why="Again.")
    assert everything(made.context) == before
    standing.revoke(made.context, "s1", why="Until another block.")
    assert standing.grant(made.context, "d1.2", until=HEAD + 70, why="Again.").startswith("s4: ")
    read_chain(made.context, HEAD + 71)
    made.block = HEAD + 71
    assert standing.grant(made.context, "d1.2", until=HEAD + 90, why="Again.").startswith("s5: ")
