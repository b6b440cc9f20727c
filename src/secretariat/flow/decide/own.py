"""What a person of the desk notes and writes: it becomes a finding like all others."""

from dataclasses import replace
from typing import cast, get_args

from sqlalchemy import Connection

from secretariat.desk.findings import Audience, Owner
from secretariat.desk.known import KnownDraft
from secretariat.desk.names import number_in
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.notes import wanted_of, words_key
from secretariat.desk.people import Person
from secretariat.facts.desk_decisions import NoteDone, OwnNote, OwnWords, Taken, WordsWithdrawn
from secretariat.flow.context import Context
from secretariat.flow.decide.destinations import Where, checked, where_of
from secretariat.flow.decide.findings import later
from secretariat.flow.decide.refusals import (
    LARGEST_BLOCK,
    DecisionRefused,
    check_length,
    marks_fit,
    one_of,
    reason_if_any,
    said,
    within,
)
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.flow.now import now_of, term_began
from secretariat.flow.people import acting_person
from secretariat.flow.senders import check_has_way_in
from secretariat.flow.who_stands import told_with, who_stands
from secretariat.store import desk as store_desk
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import writing

LONGEST_NOTE = 4_000
LONGEST_WORDS = 100_000
LONGEST_TITLE = 500
"""Characters; a channel may take fewer (``desk.limits``)."""


def add_note(
    context: Context,
    text: str,
    *,
    due: str | None = None,
    each_term: int | None = None,
    owner: str = "secretary",
    audience: str = "desk",
) -> str:
    """Note something that was promised, heard or asked; gives what was done in a sentence.

    ``due`` is a block or a moment. ``each_term`` makes it come back in every term, so many blocks after the term's first. ``owner`` says
    whose task it becomes, ``audience`` whom it is for. Raises DecisionRefused for others than there are.
    """
    person = acting_person(context, "note")
    noted = said(text, LONGEST_NOTE)
    if due is not None and each_term is not None:
        raise DecisionRefused("Give --due or --each-term, not both. Nothing was changed.")
    within(each_term, LARGEST_BLOCK, "--each-term is a number of blocks after a term's first, and")
    with writing(context.engine) as connection:
        block, moment = (None, None) if due is None else later(due, now_of(context, connection))
        taken = Taken(at=context.machine_now(), person=person.name)
        note = OwnNote(
            taken=taken,
            number=0,
            text=noted,
            due_block=block,
            due_at=moment,
            each_term=each_term is not None,
            blocks_into_term=each_term,
            owner=cast("Owner", one_of(owner, get_args(Owner), "The owner")),
            audience=cast("Audience", one_of(audience, get_args(Audience), "The audience")),
        )
        number = note_down(connection, note)
    return f"n{number} is noted; the next review puts it on the desk."


def note_down(connection: Connection, note: OwnNote) -> int:
    """Write a note into the journal under the next number, and give that."""
    number = 1 + len(desk_decisions(connection, OwnNote))
    append_decision(connection, replace(note, number=number))
    return number


def done_with_note(context: Context, name: str, *, why: str = "") -> str:
    """Say that a note is done with, of one that comes back in this term; gives what was done in a sentence.

    Of own words (``w5``) it takes them back.
    """
    if number_in(name, "w") is not None:
        return withdraw_words(context, name, why=why)
    person = acting_person(context, "note")
    number = number_in(name, "n")
    with writing(context.engine) as connection:
        notes = {note.number: note for note in desk_decisions(connection, OwnNote)}
        note = None if number is None else notes.get(number)
        if note is None:
            raise DecisionRefused(
                f"There is no note {name!r}; they are named as n3, own words as w5. Nothing was changed."
            )
        term = term_began(connection, now_of(context, connection)) if note.each_term else None
        over = {(one.number, one.term) for one in desk_decisions(connection, NoteDone)}
        if (note.number, term) in over:
            raise DecisionRefused(f"n{note.number} is done with already. Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why))
        append_decision(connection, NoteDone(taken=taken, number=note.number, term=term))
    return f"n{note.number} is done with{' in this term' if note.each_term else ''}; the next review closes it."


def withdraw_words(context: Context, name: str, *, why: str = "") -> str:
    """Take a person's own words back, whether they are drafted yet or not; gives what was done in a sentence.

    Who did not write them says why. Raises DecisionRefused for words that are not there, were taken back, or left the desk.
    """
    person = acting_person(context, "note")
    with writing(context.engine) as connection:
        words = {one.number: one for one in desk_decisions(connection, OwnWords)}
        found = words.get(int(name.strip()[1:]))
        if found is None:
            raise DecisionRefused(f"There are no words {name.strip()!r}; they are named as w3. Nothing was changed.")
        if found.number in {one.number for one in desk_decisions(connection, WordsWithdrawn)}:
            raise DecisionRefused(f"w{found.number} is taken back already. Nothing was changed.")
        if person.name != found.taken.person and not why.strip():
            raise DecisionRefused(
                f"{found.taken.person} wrote w{found.number}: say why, with --why TEXT. Nothing was changed."
            )
        at = context.machine_now()
        _still_here(connection, found.number)
        taken = Taken(at=at, person=person.name, why=reason_if_any(why))
        append_decision(connection, WordsWithdrawn(taken=taken, number=found.number))
        for known in _drafts_of(connection, found.number):
            store_desk.withdraw(connection, known.draft, at=at, why=f"{person.name} took the words back")
    return f"w{found.number} is taken back; nothing of it goes out, and the next review closes it."


def _still_here(connection: Connection, number: int) -> None:
    """Make sure that words have not left the desk. Raises DecisionRefused."""
    known = _drafts_of(connection, number)
    desk = desk_of_drafts(connection, [one.draft.number for one in known])
    for one in desk.drafts:
        state = desk.state(one)
        if state in ("sending", "sent", "unconfirmed"):
            raise DecisionRefused(f"w{number} cannot be taken back: {one.draft.name} is {state}. Nothing was changed.")


def _drafts_of(connection: Connection, number: int) -> tuple[KnownDraft, ...]:
    of = [one.number for one in store_desk.open_findings(connection) if one.finding.key == words_key(number)]
    return store_desk.drafts_of(connection, of)


def write(
    context: Context, text: str, *, channel: str, title: str = "", reply_to: int | None = None, why: str = ""
) -> str:
    """Take a person's own words for a channel; gives what was done in a sentence. They are approved and sent like all others.

    ``channel`` is ``discord/PLACE``, ``telegram/PLACE``, ``email/PLACE``, ``telegram/member/NUMBER`` or ``email/member/NUMBER`` (by their
    contact), ``file/NAME``, ``forum/THREAD``, ``forum-category/CATEGORY`` (a new thread, with a title) or ``proposal/NUMBER``. Raises ChannelMissing for a place that is not configured, and DecisionRefused for another form, for no words
    or too many, and for what is not there or takes no post, as far as the desk knows.
    """
    person = acting_person(context, "write")
    written, asked = said(text, LONGEST_WORDS), where_of(channel, reply_to)
    heading = said(title, LONGEST_TITLE) if title.strip() else ""
    _fits(asked, person, heading)
    marks_fit(f"{heading}\n{written}")
    with writing(context.engine) as connection:
        where = checked(context, connection, asked)
        check_has_way_in(context, where.channel, where.place)
        check_length(where.kind, where.channel, heading, written, now_of(context, connection))
        number = 1 + len(desk_decisions(connection, OwnWords))
        words = OwnWords(
            taken=Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why)),
            number=number,
            kind=where.kind,
            channel=where.channel,
            text=written,
            title=heading,
            place=where.place,
            category=where.category,
            thread=where.thread,
            proposal=where.proposal,
            replies_to=where.replies_to,
            member_id=person.member_id if where.channel == "chain" else None,
        )
        append_decision(connection, words)
        found = concerns(wanted_of(words), who_stands(connection))
    return told_with(f"w{number} is taken; the next review drafts it, to be approved and sent like all others.", found)


def _fits(where: Where, person: Person, title: str) -> None:
    if where.kind == "forum-thread" and not title:
        raise DecisionRefused("A new thread needs a title: --title TEXT. Nothing was changed.")
    if where.kind != "forum-thread" and where.channel != "email" and title:
        raise DecisionRefused(f"A {where.kind} has no title: leave --title out. Nothing was changed.")
    if len(title.splitlines()) > 1:
        raise DecisionRefused("A title is one line. Nothing was changed.")
    if where.channel == "chain" and person.member_id is None:
        raise DecisionRefused(
            f"[people.{person.name}] has no member_id, and words on the chain are a member's. Add it first. Nothing was changed."
        )
