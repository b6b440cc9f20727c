"""What is about to lapse, by tables of cases."""

import pytest

from secretariat.desk.approvals import Standing
from secretariat.desk.drafts import DraftState
from secretariat.desk.lapsing import SOON, Lapsing, lapsing
from secretariat.desk.reconcile import DraftOnDesk
from secretariat.facts.desk_decisions import StandingGrant, Taken
from tests.desk.words import AT, draft, wanted

BLOCK = 1_000_000
GRANT = StandingGrant(
    taken=Taken(at=AT, person="ada", seq=81),
    rule="elections/opens",
    template="elections/opens",
    template_digest="0" * 64,
    channel="discord",
    place="council",
    audience="desk",
    block=1,
    until=BLOCK + 10**6,
)


def on_desk(state: DraftState, until: int | None) -> DraftOnDesk:
    return DraftOnDesk(draft=draft(wanted(until=until)), state=state)


@pytest.mark.parametrize(
    ("state", "left", "what"),
    [
        ("approved", 0, "yes"),
        ("approved", SOON, "yes"),
        ("queued", 5, "yes"),
        ("signing", 5, "signature"),
        ("approved", SOON + 1, None),
        ("approved", -1, None),  # it has lapsed: no yes counts any more
        ("open", 5, None),  # nobody said yes
        ("sending", 5, None),  # a wallet signed it, or it is being sent
        ("sent", 5, None),
        ("rejected", 5, None),
    ],
)
def test_a_yes_to_a_text_lapses_with_its_last_block(state: DraftState, left: int, what: str | None) -> None:
    found = lapsing([on_desk(state, BLOCK + left)], (), BLOCK)
    assert [(one.what, one.name, one.last, one.left) for one in found] == (
        [] if what is None else [(what, "d3.1", BLOCK + left, left)]
    )


def test_a_text_that_makes_sense_for_ever_never_lapses() -> None:
    assert lapsing([on_desk("approved", None)], (), BLOCK) == ()


@pytest.mark.parametrize(
    ("left", "ended", "told"), [(0, "", True), (SOON, "", True), (SOON + 1, "", False), (5, "revoked by dan", False)]
)
def test_a_yes_given_ahead_lapses_with_its_own_last_block_or_its_mandate(left: int, ended: str, *, told: bool) -> None:
    found = lapsing((), [Standing(grant=GRANT, last=BLOCK + left, ended=ended)], BLOCK)
    assert found == ((Lapsing(what="standing", name="s81", last=BLOCK + left, left=left),) if told else ())


def test_what_lapses_first_is_told_first_and_nothing_where_no_block_is_known() -> None:
    drafts = [on_desk("approved", BLOCK + 9), on_desk("signing", BLOCK + 3)]
    standing = [Standing(grant=GRANT, last=BLOCK + 5)]
    assert [one.left for one in lapsing(drafts, standing, BLOCK)] == [3, 5, 9]
    assert lapsing(drafts, standing, None) == ()
