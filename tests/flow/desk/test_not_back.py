"""The block of now: what was concluded at one does not close because a head that is read later is carried to one before it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from secretariat.desk.people import DeskSettings
from secretariat.duties.duty import Duty
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot
from secretariat.flow import ask_desk
from secretariat.flow.decide import drafts
from secretariat.flow.deliver import deliver
from secretariat.flow.look import Looking
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import GENESIS, HEAD, Desk, desk, read_chain, time_of
from tests.flow.desk.test_look import Kept

DUE = HEAD + 3
REMINDS = finding("elections/reminds/7", wanted(text="Voting ends soon."), needs=("chain",))
ELSEWHERE = "0x" + "8" * 64


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(store_url, desk=DeskSettings(since=1))


def reminding(made: Desk, due: int = DUE) -> Duty:
    """Give a duty that reminds from a block on."""

    def concluded(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Any, ...]:
        return (REMINDS,) if now.block is not None and now.block >= due else ()

    return replace(made.duty(), review=concluded)


def test_a_yes_stays_where_the_head_read_next_is_behind_the_carried_block(made: Desk) -> None:
    duty = reminding(made)
    assert made.review(block=DUE - 1, duties=[duty]).nothing
    assert len(made.review(block=DUE + 2, duties=[duty]).changes.opened) == 1
    drafts.approve(made.context, "d1.1")
    read_chain(made.context, HEAD + 1, read_at=DUE + 2)
    done = made.review(block=DUE + 2, duties=[duty])
    assert (done.nothing, done.now.head, done.now.block) == (True, HEAD + 1, DUE + 2)
    assert [one.state for one in ask_desk.drafts(made.context).drafts] == ["queued"]
    at, channel = datetime.fromisoformat(time_of(DUE + 2)), Kept()
    look = Looking(context=made.context, duties=(duty,), machine=lambda: at)
    assert [one.state for one in deliver(made.engine, {"discord": channel}, look, lambda: at)] == ["sent"]
    read_chain(made.context, DUE + 9, read_at=DUE + 9)
    assert made.review(block=DUE + 9, duties=[duty]).now.block == DUE + 9


@pytest.mark.parametrize(
    ("head", "genesis", "block"),
    [
        (HEAD + 89, GENESIS, HEAD + 90),  # the lag of 10 minutes is 100 blocks
        (HEAD - 10, GENESIS, HEAD + 90),
        (HEAD - 11, GENESIS, HEAD - 11),  # so far ahead no head can have been carried
        (HEAD + 95, GENESIS, HEAD + 95),
        (HEAD + 89, ELSEWHERE, HEAD + 89),
    ],
)
def test_it_is_kept_as_far_as_a_head_can_have_been_carried(made: Desk, head: int, genesis: str, block: int) -> None:
    duty = reminding(made)
    made.review(block=HEAD + 90, duties=[duty])
    read_chain(made.context, head, read_at=HEAD + 90, genesis=genesis)
    assert made.review(block=HEAD + 90, duties=[duty]).now.block == block


def test_a_block_of_a_stale_chain_is_not_kept(made: Desk) -> None:
    free = finding("elections/free/1")
    assert len(made.review(free, block=HEAD + 150).changes.opened) == 1
    read_chain(made.context, HEAD + 120, read_at=HEAD + 150)
    assert made.review(block=HEAD + 150).now.block == HEAD + 120


def test_a_wrong_block_is_replaced_by_the_next_that_something_changes_at(made: Desk) -> None:
    made.review(REMINDS, block=HEAD + 90)
    read_chain(made.context, HEAD - 50, read_at=HEAD + 90)
    made.findings = []
    done = made.review(block=HEAD + 90)
    assert (len(done.changes.closed), done.now.block) == (1, HEAD - 50)
    read_chain(made.context, HEAD - 60, read_at=HEAD + 90)
    assert made.review(block=HEAD + 90).now.block == HEAD - 50
