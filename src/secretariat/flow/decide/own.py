"""What a person of the desk notes and writes: it becomes a finding like all others."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.people import Person
from secretariat.facts.desk_decisions import NoteDone, OwnNote, OwnWords, Taken
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context
from secretariat.flow.decide.findings import later
from secretariat.flow.decide.refusals import DecisionRefused, reason, said
from secretariat.flow.now import now_of, term_began
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import writing
from secretariat.store.facts import records_in_parts

LONGEST_NOTE = 4_000
LONGEST_WORDS = 100_000
LONGEST_TITLE = 500
"""Characters; a channel may take fewer."""

ON_CHAIN = {"forum-category": "forum-thread", "forum": "forum-post", "proposal": "discussion-post"}
"""What words for a place on the chain are, by how the place is written."""


def add_note(context: Context, text: str, *, due: str | None = None, each_term: int | None = None) -> str:
    """Note something that was promised, heard or asked; gives what was done in a sentence.

    ``due`` is a block or a moment. ``each_term`` makes it come back in every term, so many blocks after the term's first.
    """
    person = acting_person(context, "note")
    noted = said(text, LONGEST_NOTE)
    if due is not None and each_term is not None:
        raise DecisionRefused("Give --due or --each-term, not both. Nothing was changed.")
    if each_term is not None and each_term < 0:
        raise DecisionRefused("--each-term is a number of blocks after a term's first, 0 or more. Nothing was changed.")
    with writing(context.engine) as connection:
        block, moment = (None, None) if due is None else later(due, now_of(context, connection))
        taken = Taken(at=context.machine_now(), person=person.name)
        number = note_down(connection, taken, noted, block=block, moment=moment, each_term=each_term)
    return f"n{number} is noted; the next review puts it on the desk."


def note_down(
    connection: Connection,
    taken: Taken,
    text: str,
    *,
    block: int | None = None,
    moment: Moment | None = None,
    each_term: int | None = None,
) -> int:
    """Write a note into the journal, and give its number; due at a block or moment, or so many blocks into each term."""
    number = 1 + len(desk_decisions(connection, OwnNote))
    note = OwnNote(
        taken=taken,
        number=number,
        text=text,
        due_block=block,
        due_at=moment,
        each_term=each_term is not None,
        blocks_into_term=each_term,
    )
    append_decision(connection, note)
    return number


def done_with_note(context: Context, name: str, *, why: str = "") -> str:
    """Say that a note is done with, of one that comes back in this term; gives what was done in a sentence."""
    person = acting_person(context, "note")
    found = re.fullmatch(r"n(\d{1,9})", name.strip())
    with writing(context.engine) as connection:
        notes = {note.number: note for note in desk_decisions(connection, OwnNote)}
        note = notes.get(int(found[1])) if found else None
        if note is None:
            raise DecisionRefused(f"There is no note {name!r}; they are named as n3. Nothing was changed.")
        term = term_began(connection, now_of(context, connection)) if note.each_term else None
        over = {(one.number, one.term) for one in desk_decisions(connection, NoteDone)}
        if (note.number, term) in over:
            raise DecisionRefused(f"n{note.number} is done with already. Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=reason(why) if why.strip() else "")
        append_decision(connection, NoteDone(taken=taken, number=note.number, term=term))
    return f"n{note.number} is done with{' in this term' if note.each_term else ''}; the next review closes it."


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a person's own words go, as ``--channel`` and ``--reply-to`` say it."""

    kind: str
    channel: str
    place: str = ""
    category: int | None = None
    thread: int | None = None
    proposal: int | None = None


def write(
    context: Context, text: str, *, channel: str, title: str = "", reply_to: int | None = None, why: str = ""
) -> str:
    """Take a person's own words for a channel; gives what was done in a sentence. They are approved and sent like all others.

    ``channel`` is ``discord/PLACE``, ``forum/THREAD``, ``forum-category/CATEGORY`` (a new thread, with a title) or
    ``proposal/NUMBER``. Raises DecisionRefused for another one, for no words, and for a reply where none can be.
    """
    person = acting_person(context, "write")
    written, where = said(text, LONGEST_WORDS), where_of(channel)
    _fits(where, person, title, reply_to)
    with writing(context.engine) as connection:
        category = _category_of(connection, where.thread) if where.thread is not None else where.category
        number = 1 + len(desk_decisions(connection, OwnWords))
        taken = Taken(at=context.machine_now(), person=person.name, why=reason(why) if why.strip() else "")
        words = OwnWords(
            taken=taken,
            number=number,
            kind=where.kind,
            channel=where.channel,
            text=written,
            title=said(title, LONGEST_TITLE) if title.strip() else "",
            place=where.place,
            category=category,
            thread=where.thread,
            proposal=where.proposal,
            replies_to=reply_to,
            member_id=person.member_id if where.channel == "chain" else None,
        )
        append_decision(connection, words)
    return f"w{number} is taken; the next review drafts it, to be approved and sent like all others."


def where_of(channel: str) -> Where:
    """Read where words go. Raises DecisionRefused with the forms there are."""
    name, _, rest = channel.strip().partition("/")
    if name in ("discord", "file") and rest:
        return Where(kind="message", channel=name, place=rest)
    if name in ON_CHAIN and re.fullmatch(r"\d{1,15}", rest):
        at = {"forum-category": "category", "forum": "thread", "proposal": "proposal"}[name]
        return Where(kind=ON_CHAIN[name], channel="chain", **{at: int(rest)})  # type: ignore[arg-type]
    raise DecisionRefused(
        f"{channel!r} is no channel. Write discord/PLACE, forum/THREAD, forum-category/CATEGORY or proposal/NUMBER, "
        "for example --channel discord/council. Nothing was changed."
    )


def _category_of(connection: Connection, thread: int) -> int:
    """Give the category of a thread, which a post into it names too. Raises DecisionRefused for a thread that was never read."""
    for part in records_in_parts(connection, LiveThread.KIND, [str(thread)]):
        for record in part:
            if record.fact.category_id is not None:
                return int(record.fact.category_id)
    raise DecisionRefused(
        f"The thread {thread} is not known. Run `secretariat sync`, and look at its number. Nothing was changed."
    )


def _fits(where: Where, person: Person, title: str, reply_to: int | None) -> None:
    if where.kind == "forum-thread" and not title.strip():
        raise DecisionRefused("A new thread needs a title: --title TEXT. Nothing was changed.")
    if where.kind != "forum-thread" and title.strip():
        raise DecisionRefused(f"A {where.kind} has no title: leave --title out. Nothing was changed.")
    if reply_to is not None and where.kind not in ("forum-post", "discussion-post"):
        raise DecisionRefused("Only a post in a thread or a discussion answers another post. Nothing was changed.")
    if where.channel == "chain" and person.member_id is None:
        raise DecisionRefused(
            f"[people.{person.name}] has no member_id, and words on the chain are a member's. Add it first."
        )
