"""The public calendar: which deadlines stand in it, and how an event stays the same one when it moves."""

from dataclasses import replace

import pytest

from secretariat.facts.calendar import STEADY_SECONDS, CalendarEvent, KeptEvent, events_of, kept_up, not_told_by
from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import outlook
from secretariat.facts.moments import Moment
from tests.facts.council_states import HEAD, announcing, idle, proposal, revealing, voting

GENESIS = "0x" + "ab" * 32
END = HEAD + 1_000
FIRST, LATER = Moment("2026-01-01T00:00:00Z"), Moment("2026-01-02T00:00:00Z")


def told(state: CouncilState) -> dict[str, tuple[int, bool]]:
    """Give block and doubt of each event, by its name without the chain."""
    events = events_of(outlook(state), state.pace, GENESIS)
    return {each.uid.split("@")[0]: (each.block, each.tentative) for each in events}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            announcing(END),
            {
                "last-candidacy-40": (END - 1, False),
                "last-vote-40": (END + 57_600 - 1, True),
                "last-reveal-40": (END + 115_200 - 1, True),
                "election-40": (END + 115_200, True),
                "announcing-begins-41": (END + 115_200 + 201_600, True),
            },
        ),
        (
            voting(END),
            {
                "last-vote-40": (END - 1, False),
                "last-reveal-40": (END + 57_600 - 1, False),
                "election-40": (END + 57_600, True),
                "announcing-begins-41": (END + 57_600 + 201_600, True),
            },
        ),
        (
            revealing(END),
            {
                "last-reveal-40": (END - 1, False),
                "election-40": (END, True),
                "announcing-begins-41": (END + 201_600, True),
            },
        ),
    ],
    ids=["announcing", "voting", "revealing"],
)
def test_stage_ends_stand_in_it_with_the_last_block_that_counts(
    state: CouncilState, expected: dict[str, tuple[int, bool]]
) -> None:
    """An end is told with the last usable block; what needs an election to go well is tentative."""
    assert told(replace(state, cycle=40)) == expected


@pytest.mark.parametrize(
    ("state", "last_candidacy"),
    [(announcing(HEAD + 1, 1), HEAD + 1 + 86_400), (revealing(HEAD + 1, 2), HEAD + 1 + 86_400)],
    ids=["too few candidates", "too few revealed"],
)
def test_in_the_last_block_of_a_stage_that_has_failed_the_election_after_it_is_told(
    state: CouncilState, last_candidacy: int
) -> None:
    """No block is left in which the void election could be saved: what comes instead is told, as it begins with the next block."""
    found = told(replace(state, cycle=40))
    assert found["last-candidacy-41"] == (last_candidacy - 1, True)
    assert found["election-41"] == (last_candidacy + 115_200, True)
    assert "election-40" not in found
    before = replace(
        announcing(HEAD + 2, 1) if "too-few-candidates" in outlook(state).branches else revealing(HEAD + 2, 2), cycle=40
    )
    assert "election-40" in told(before), "it can be saved in the block before the last one"


def test_in_the_idle_stage_the_next_election_is_told_once() -> None:
    """No stage of a cycle has two events, whatever branches there are."""
    state = replace(idle(END), cycle=39)
    events = events_of(outlook(state), state.pace, GENESIS)
    assert len({each.uid for each in events}) == len(events)
    assert told(state)["announcing-begins-40"] == (END, False)
    assert told(state)["last-candidacy-40"] == (END + 86_400 - 1, False)


def test_a_proposals_event_is_the_block_that_holds_on_every_branch() -> None:
    """Where the next election may cut voting short, the earlier block is told."""
    one = proposal(activated_at=HEAD - 10, voting_period=300_000)
    state = replace(voting(END), cycle=40, proposals=(one,))
    (event,) = (each for each in events_of(outlook(state), state.pace, GENESIS) if each.uid.startswith("last-proposal"))
    assert event.block == END + 57_600 - 2
    assert event.uid == f"last-proposal-vote-{one.number}@{'ab' * 8}.secretariat"


@pytest.mark.parametrize(
    ("cycle", "unread", "whole", "stay"),
    [
        (40, (), True, set()),
        (None, (), True, {"last-candidacy-40", "announcing-begins-41"}),
        (40, (7,), True, {"last-proposal-vote-7"}),
        (40, (), False, {"last-proposal-vote-7", "last-proposal-vote-77"}),
        (40, (70, 8), True, set()),
    ],
    ids=["all read", "cycle not read", "one not read", "some missing", "others not read"],
)
def test_what_the_facts_do_not_tell_stays_as_it_was_told(
    cycle: int | None, unread: tuple[int, ...], *, whole: bool, stay: set[str]
) -> None:
    """Whether it is over is not known either: it is not cancelled. Events of a term are told by other facts."""
    names = (
        "last-candidacy-40",
        "announcing-begins-41",
        "last-proposal-vote-7",
        "last-proposal-vote-77",
        "council-plan-7",
    )
    before = [KeptEvent(event=event(f"{name}@x.secretariat"), sequence=2, changed_at=FIRST) for name in names]
    gone = replace(before[0], event=event("last-reveal-40@x.secretariat"), cancelled=True)
    found = not_told_by([*before, gone], cycle=cycle, unread=unread, whole=whole)
    assert {one.uid.split("@")[0] for one in found} == stay
    after = kept_up([*before, gone], found, head=100, at=LATER)
    assert {one.event.uid.split("@")[0] for one in after if not one.cancelled} == stay


def event(uid: str = "a", block: int = 500, minutes: int = 0, band: int = 60, **more: object) -> CalendarEvent:
    """Make an event at so many minutes after noon, with a band of so many minutes."""
    at = f"2026-01-05T{12 + minutes // 60:02}:{minutes % 60:02}:00Z"
    found = CalendarEvent(
        uid=uid,
        title=uid,
        block=block,
        at=Moment(at),
        earliest=Moment("2026-01-05T11:00:00Z"),
        latest=Moment(f"2026-01-05T{11 + band // 60:02}:{band % 60:02}:00Z"),
    )
    return replace(found, **more)  # type: ignore[arg-type]


BEFORE = KeptEvent(event=event(), sequence=3, changed_at=FIRST)


@pytest.mark.parametrize(
    ("now", "head", "sequence", "cancelled"),
    [
        ((event(),), 100, 3, False),
        ((event(minutes=STEADY_SECONDS // 60),), 100, 3, False),
        ((event(minutes=STEADY_SECONDS // 60 + 1),), 100, 4, False),
        ((event(block=501),), 100, 4, False),
        ((event(tentative=True),), 100, 4, False),
        ((event(title="b"),), 100, 4, False),
        ((event(note="if so"),), 100, 4, False),
        ((event(band=20),), 100, 4, False),
        ((event(band=40),), 100, 3, False),
        ((), 499, 4, True),
        ((), 500, 3, False),
    ],
    ids=["same", "steady", "moved", "other-block", "doubt", "words", "note", "narrower", "as-wide", "vanished", "past"],
)
def test_an_event_keeps_its_name_and_raises_its_sequence_when_it_is_told_otherwise(
    now: tuple[CalendarEvent, ...], head: int, sequence: int, cancelled: bool
) -> None:
    """A move, other words and a cancelled event are each one more; what is as it was stays byte for byte."""
    (found,) = kept_up([BEFORE], now, head=head, at=LATER)
    assert (found.event.uid, found.sequence, found.cancelled) == ("a", sequence, cancelled)
    assert found.changed_at == (FIRST if sequence == 3 else LATER)
    assert kept_up([found], now, head=head, at=Moment("2026-01-03T00:00:00Z")) == (found,)


def test_a_cancelled_event_that_comes_back_is_told_anew() -> None:
    """A proposal that becomes active again has the same name."""
    (gone,) = kept_up([BEFORE], (), head=100, at=LATER)
    (back,) = kept_up([gone], (event(),), head=100, at=LATER)
    assert (gone.status, back.status, back.sequence) == ("cancelled", "confirmed", 5)


def test_new_events_begin_with_nought_and_stand_in_the_order_of_blocks() -> None:
    """RFC 5545: SEQUENCE begins with 0."""
    found = kept_up([BEFORE], (event("c", 900), event("b", 200), event()), head=100, at=LATER)
    assert [(each.event.uid, each.sequence) for each in found] == [("b", 0), ("a", 3), ("c", 0)]
