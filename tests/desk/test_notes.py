"""Notes and own words as findings."""

from dataclasses import replace

import pytest

from secretariat.desk.findings import Due
from secretariat.desk.notes import own_findings, own_name, own_of
from secretariat.facts.desk_decisions import NoteDone, OwnNote, OwnWords, Taken, WordsWithdrawn
from secretariat.facts.moments import Moment
from tests.desk.words import AT

TAKEN = Taken(at=AT, person="ada", seq=7)
ONCE = OwnNote(taken=TAKEN, number=1, text="  Call Bob\nback", due_at=Moment("2026-02-01"))
EACH = OwnNote(taken=TAKEN, number=2, text="Write the report", each_term=True, blocks_into_term=50)
WORDS = OwnWords(taken=TAKEN, number=1, kind="message", channel="discord", text="Dear all", place="council")


def keys(decisions: list[object], term: int | None = 1_000, settled: tuple[int, ...] = ()) -> list[str]:
    return [each.key for each in own_findings(own_of(decisions, settled), term)]


def test_a_note_is_open_until_it_is_done_with() -> None:
    (note,) = own_findings(own_of([ONCE], ()), None)
    assert (note.key, note.title, note.why, note.due) == (
        "own/note/1", "Call Bob", "back", Due(what="what was noted is due", at=Moment("2026-02-01")),
    )  # fmt: skip
    assert note.evidence[0].source == "journal 7"
    assert keys([ONCE, NoteDone(taken=TAKEN, number=1)]) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [("Call Bob", "ada noted it."), ("x" * 200 + "\nmore", "x" * 200 + "\nmore"), ("Call\n\nsoon", "soon")],
)
def test_a_note_does_not_say_its_title_twice_and_loses_nothing(text: str, why: str) -> None:
    (note,) = own_findings(own_of([replace(ONCE, text=text)], ()), None)
    assert note.why == why


def test_a_note_has_an_owner_and_an_audience() -> None:
    (note,) = own_findings(own_of([ONCE], ()), None)
    assert (note.owner, note.audience) == ("secretary", "desk")
    (note,) = own_findings(own_of([replace(ONCE, owner="deputy", audience="council")], ()), None)
    assert (note.owner, note.audience) == ("deputy", "council")


def test_words_taken_back_are_not_wanted() -> None:
    assert keys([WORDS, WordsWithdrawn(taken=TAKEN, number=1)]) == []
    assert keys([WORDS, WordsWithdrawn(taken=TAKEN, number=2)]) == ["own/words/1"]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("own/note/3", "n3"),
        ("own/note/3/1000", "n3"),
        ("own/words/12", "w12"),
        ("elections/opens/7", ""),
        ("own/other/1", ""),
    ],
)
def test_the_name_of_a_note_or_words_stands_in_the_key(key: str, name: str) -> None:
    assert own_name(key) == name


def test_one_that_comes_back_is_open_once_in_each_term() -> None:
    (note,) = own_findings(own_of([EACH], ()), 1_000)
    assert (note.key, note.due) == ("own/note/2/1000", Due(what="what was noted is due", block=1_050))
    done = NoteDone(taken=TAKEN, number=2, term=1_000)
    assert keys([EACH, done]) == []
    assert keys([EACH, done], 2_000) == ["own/note/2/2000"]
    assert keys([EACH], None) == []


def test_own_words_are_wanted_until_they_are_settled() -> None:
    (words,) = own_findings(own_of([WORDS], ()), None)
    assert (words.key, words.title, words.why) == ("own/words/1", "Send: Dear all", "ada wrote it.")
    assert [(one.text, one.destination.place) for one in words.wanted] == [("Dear all", "council")]
    assert keys([WORDS], settled=(1,)) == []
