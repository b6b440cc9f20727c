"""Notes and own words as findings."""

from secretariat.desk.findings import Due
from secretariat.desk.notes import own_findings, own_of
from secretariat.facts.desk_decisions import NoteDone, OwnNote, OwnWords, Taken
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
        "own/note/1", "Call Bob", "  Call Bob\nback", Due(what="what was noted is due", at=Moment("2026-02-01")),
    )  # fmt: skip
    assert note.evidence[0].source == "journal 7"
    assert keys([ONCE, NoteDone(taken=TAKEN, number=1)]) == []


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
