"""What the truth calls for: steps of candidates, withdrawals, restarts, and what nobody can be asked for."""

from typing import Any

import pytest

from secretariat.cli.term.judge.history import History, Stage
from secretariat.cli.term.judge.occasions import (
    Occasion,
    Played,
    Threads,
    about_elections,
    calendar,
    candidacy_steps,
    reminder_steps,
    within,
)
from tests.demo.term.invented import ANNOUNCING, REVEALING, VOTING, candidacy, cycle, past, restarted, truth

Stood = list[dict[str, Any]]
THREE = [candidacy(member, ANNOUNCING + member) for member in (3, 4, 5)]


def occasions(played: Played) -> list[Occasion]:
    """List what elections called for while the desk ran."""
    return [one for each in about_elections(played) if (one := within(each, played)) is not None]


def called(stood: Stood, *, began: int = ANNOUNCING) -> list[tuple[str, int, bool]]:
    """Give what announcing calls for about how many stand: kind, blocks before its end, whether it is needed."""
    history = History(truth(*past(), cycle(5, ANNOUNCING, candidacies=stood), block=VOTING))
    found = occasions(Played(history=history, threads=Threads(), began=began, ended=VOTING))
    return [(one.kinds[0], VOTING - one.due, one.needed) for one in found if one.row == "E3"]


ENOUGH = candidacy(6, ANNOUNCING + 9)


@pytest.mark.parametrize(
    ("stood", "expected"),
    [
        ([*THREE, ENOUGH], [("few", 43_200, False), ("few", 14_400, False)]),
        (THREE, [("few", 43_200, True), ("few", 14_400, True)]),
        ([], [("few", 43_200, True), ("few", 14_400, True)]),
        # One comes two days before the end: too few at 72 hours, enough and one more at 24.
        ([*THREE[:2], candidacy(5, VOTING - 30_000), candidacy(6, VOTING - 29_000)], [("few", 43_200, True), ("few", 14_400, False)]),
        # One goes two days before: that has words of its own, and at 24 hours too few stand.
        ([*THREE[:2], candidacy(5, ANNOUNCING, VOTING - 30_000)], [("few", 43_200, True), ("withdrawal", 30_000, True), ("few", 14_400, True)]),
        # Too few for a few minutes only: nobody can be asked for words about it; what follows is told of.
        ([*THREE[:2], candidacy(5, VOTING - 43_150)], [("few", 43_150, True), ("few", 14_400, True)]),
        # Gone in the last minutes.
        ([*THREE[:2], candidacy(5, ANNOUNCING, VOTING - 100)], [("few", 43_200, True), ("few", 14_400, True), ("withdrawal", 100, False)]),
    ],
)  # fmt: skip
def test_steps_count_who_stands(stood: Stood, expected: list[tuple[str, int, bool]]) -> None:
    assert called(stood) == expected


def test_a_desk_that_begins_after_a_withdrawal_may_tell_of_it_or_of_the_number() -> None:
    stood = [*THREE[:2], candidacy(5, ANNOUNCING, VOTING - 10_000)]
    history = History(truth(*past(), cycle(5, ANNOUNCING, candidacies=stood), block=VOTING))
    found = [
        one
        for one in occasions(Played(history=history, threads=Threads(), began=VOTING - 5_000, ended=VOTING))
        if one.row == "E3"
    ]
    assert [(one.kinds, one.due, one.needed) for one in found] == [(("few", "withdrawal"), VOTING - 5_000, True)]


@pytest.mark.parametrize(
    ("length", "before"),
    [(86_400, [43_200, 14_400, 3_600]), (57_600, [14_400, 3_600]), (14_400, [7_200, 3_600]), (6_000, [3_000])],
)
def test_reminders_are_at_the_role_distances(length: int, before: list[int]) -> None:
    stage = Stage(name="voting", begins=0, ends=length)
    assert [stage.last - at for at, _ in reminder_steps(stage)] == before


@pytest.mark.parametrize(("length", "before"), [(86_400, [43_200, 14_400]), (40_000, [14_400]), (9_000, [4_500])])
def test_candidates_are_counted_at_72_and_24_hours(length: int, before: list[int]) -> None:
    stage = Stage(name="announcing", begins=0, ends=length)
    assert [stage.ends - at for at, _ in candidacy_steps(stage)] == before


@pytest.mark.parametrize("outcome", ["too-few-candidates", "too-few-revealed"])
def test_a_restart_is_explained_and_posted_into_the_thread_that_is_there(outcome: str) -> None:
    history = restarted(outcome)
    ended = int(history.elections[-1]["announcing_from"])
    threads = Threads(known=((40, ANNOUNCING + 100),))
    found = occasions(Played(history=history, threads=threads, began=ANNOUNCING, ended=ended + 5_000))
    anew = [(one.row, one.kinds[0], one.place, one.needed) for one in found if one.opens == ended]
    assert anew == [  # and no message that candidacies are open: it would pass over the failure
        ("E4", "restart", "discord", True),
        ("E1", "restart", "forum", True),
        ("E2", "questions", "file", True),
    ]
    assert sum(one.kinds == ("introductions",) for one in found) == 1, (
        "one thread for the council, whatever begins anew"
    )


def test_a_thread_that_is_younger_than_the_restart_gets_no_post_about_it() -> None:
    history = restarted("too-few-candidates")
    found = occasions(
        Played(history=history, threads=Threads(known=((40, VOTING + 50),)), began=VOTING, ended=VOTING + 5_000)
    )
    assert [one.kinds[0] for one in found if one.row == "E1"] == ["introductions"]


def test_the_calendar_names_what_the_running_stage_may_call_for() -> None:
    history = History(truth())
    assert calendar(history, ANNOUNCING + 10) == [VOTING - 43_200, VOTING - 14_400, VOTING]
    assert calendar(history, VOTING) == [REVEALING - 14_401, REVEALING - 3_601, REVEALING]
    assert calendar(history, REVEALING - 3_601) == [REVEALING]
