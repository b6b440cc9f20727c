"""The state of a draft from its texts, decisions and items, by tables of cases."""

import pytest

from secretariat.desk.draft_states import decided_about, state_of, yeses
from secretariat.desk.drafts import Draft, DraftState
from secretariat.desk.known import KnownDraft
from secretariat.desk.outbox import Item, ItemState
from secretariat.facts.desk_decisions import Approval, Rejection, Taken
from tests.desk.words import AT, draft, wanted

TAKEN = Taken(at=AT, person="ada")
SECOND = draft(revision=2)


def yes(of: Draft = SECOND, **given: object) -> Approval:
    return Approval(
        **{"taken": TAKEN, "draft": of.number, "revision": of.act.revision, "digest": of.digest, **given}  # type: ignore[arg-type]
    )


def no(revision: int = 2) -> Rejection:
    return Rejection(taken=TAKEN, draft=3, revision=revision)


def item(state: ItemState, revision: int = 2, of: int = 3, signed: str | None = None) -> Item:
    return Item(
        number=revision,
        draft=of,
        revision=revision,
        act=SECOND.act,
        digest="",
        state=state,
        queued_at=AT,
        extrinsic=signed,
    )


@pytest.mark.parametrize(
    ("decisions", "items", "withdrawn", "expected"),
    [
        ([], [], False, "open"),
        ([yes()], [], False, "approved"),
        ([yes(draft(revision=1))], [], False, "open"),
        ([yes(digest="0")], [], False, "open"),
        ([yes(draft(number=4, revision=2))], [], False, "open"),
        ([no()], [], False, "rejected"),
        ([no(1)], [], False, "open"),
        ([yes(), no()], [item("withdrawn")], False, "rejected"),
        ([yes()], [item("queued")], False, "queued"),
        ([yes()], [item("signing")], False, "signing"),
        ([yes()], [item("signing", signed="0x1")], False, "sending"),
        ([no()], [item("signing", 1, signed="0x1")], True, "sending"),
        ([yes()], [item("failed")], False, "failed"),
        ([yes()], [item("failed", signed="0x1")], False, "failed"),
        ([yes()], [item("withdrawn", 1, signed="0x1")], False, "approved"),
        ([yes()], [item("withdrawn")], False, "withdrawn"),
        ([yes()], [item("withdrawn", 1)], False, "approved"),
        ([], [item("failed", 1)], False, "open"),
        ([], [item("claimed", 1)], False, "sending"),
        ([], [item("sent", 1)], True, "sent"),
        ([no()], [item("unconfirmed", 1)], True, "unconfirmed"),
        ([], [item("sent", of=4)], False, "open"),
        ([no()], [], True, "withdrawn"),
    ],
)
def test_the_state_follows_from_what_is_known(
    decisions: list[object], items: list[Item], expected: DraftState, *, withdrawn: bool
) -> None:
    known = KnownDraft(draft=SECOND, withdrawn_at=AT if withdrawn else None)
    assert state_of(known, decided_about(decisions), items) == expected


def test_a_yes_counts_for_exactly_its_text() -> None:
    other = draft(wanted(text="Other."), revision=2)
    assert yeses(SECOND, decided_about([yes(), yes(other), no()])) == (yes(),)
