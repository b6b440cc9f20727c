"""Notes and words of a person's own, as findings: they remind, are approved and are sent like all others."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from secretariat.desk.acts import Channel, Destination, Kind
from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.facts.desk_decisions import NoteDone, OwnNote, OwnWords, WordsWithdrawn

DUTY = "own"
"""What stands in the place of a duty in the keys of these findings."""

LONGEST_TITLE = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Own:
    """What people noted and wrote. ``settled`` has the numbers of words that were sent, taken back, or that a person said no to."""

    notes: tuple[OwnNote, ...] = ()
    done: frozenset[tuple[int, int | None]] = field(default_factory=frozenset)
    words: tuple[OwnWords, ...] = ()
    settled: Collection[int] = ()


def own_of(decisions: Iterable[object], settled: Collection[int]) -> Own:
    """Gather notes and words from decisions."""
    found = tuple(decisions)
    return Own(
        notes=tuple(one for one in found if isinstance(one, OwnNote)),
        done=frozenset((one.number, one.term) for one in found if isinstance(one, NoteDone)),
        words=tuple(one for one in found if isinstance(one, OwnWords)),
        settled=frozenset(settled) | {one.number for one in found if isinstance(one, WordsWithdrawn)},
    )


def own_findings(own: Own, term: int | None) -> tuple[Finding, ...]:
    """Conclude what people of the desk noted and wrote. ``term`` is the current term's first block, None where not known.

    A note that comes back is open once in each term, and waits while no term is known.
    """
    notes = [_note(each, term) for each in open_notes(own, term)]
    words = [_words(each) for each in own.words if each.number not in own.settled]
    return (*notes, *words)


def open_notes(own: Own, term: int | None) -> tuple[OwnNote, ...]:
    """Give the notes that nobody is done with in the current term, as ``own_findings`` has it."""
    return tuple(each for each in own.notes if _is_open(each, own, term))


def note_key(note: OwnNote, term: int | None) -> str:
    """Give the key of a note's finding: ``own/note/3``, and with the term's first block where it comes back."""
    return f"{DUTY}/note/{note.number}/{term}" if note.each_term else f"{DUTY}/note/{note.number}"


def words_key(number: int) -> str:
    """Give the key of the finding of a person's own words."""
    return f"{DUTY}/words/{number}"


def own_name(key: str) -> str:
    """Give the name of the note or the words that a key is about, ``n3`` or ``w5``; empty for the key of another duty."""
    duty, _, rest = key.partition("/")
    kind, _, number = rest.partition("/")
    return f"{kind[0]}{number.partition('/')[0]}" if duty == DUTY and kind in ("note", "words") else ""


def _is_open(note: OwnNote, own: Own, term: int | None) -> bool:
    if not note.each_term:
        return (note.number, None) not in own.done
    return term is not None and (note.number, term) not in own.done


def due_of(note: OwnNote, term: int | None) -> Due | None:
    """Give when a note is due in the term that begins with a block; None where nobody said when."""
    block, at = note.due_block, note.due_at
    if note.each_term and note.blocks_into_term is not None and term is not None:
        block = term + note.blocks_into_term
    return None if block is None and at is None else Due(what="what was noted is due", block=block, at=at)


def _note(note: OwnNote, term: int | None) -> Finding:
    return Finding(
        key=note_key(note, term),
        title=_first_line(note.text),
        why=_rest(note),
        due=due_of(note, term),
        evidence=(_evidence(note),),
        owner=note.owner,
        audience=note.audience,
    )


def wanted_of(words: OwnWords) -> Wanted:
    """Give a person's own words as they are to be said."""
    return Wanted(
        part="words",
        kind=cast("Kind", words.kind),
        channel=cast("Channel", words.channel),
        destination=Destination(
            category=words.category,
            thread=words.thread,
            replies_to=words.replies_to,
            proposal=words.proposal,
            place=words.place,
            member_id=words.member_id,
        ),
        template=f"words of {words.taken.person}",
        template_digest=hashlib.sha256(words.text.encode()).hexdigest(),
        title=words.title,
        text=words.text,
    )


def _words(words: OwnWords) -> Finding:
    return Finding(
        key=words_key(words.number),
        title=f"Send: {_first_line(words.title or words.text)}",
        why=words.taken.why or f"{words.taken.person} wrote it.",
        evidence=(_evidence(words),),
        wanted=(wanted_of(words),),
    )


def _evidence(decision: Any) -> Evidence:
    taken = decision.taken
    said = "noted" if isinstance(decision, OwnNote) else "wrote"
    return Evidence(says=f"{taken.person} {said} it on {taken.at[:10]}", source=f"journal {taken.seq}")


def _rest(note: OwnNote) -> str:
    """Give what a note says below its first line, which is the title; all of it where that was cut, and who noted it where nothing is."""
    first, _, rest = note.text.strip().partition("\n")
    if len(" ".join(first.split())) > LONGEST_TITLE:
        return note.text
    return rest.strip() or f"{note.taken.person} noted it."


def _first_line(text: str) -> str:
    line = " ".join((text.strip().splitlines() or [""])[0].split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rstrip()}…"
