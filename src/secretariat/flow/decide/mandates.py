"""The mandate: recorded by the office, confirmed by somebody of the council."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.desk.people import Person
from secretariat.facts.desk_decisions import MandateConfirmation, MandateRecord, OwnNote, Taken
from secretariat.facts.mandates import Mandate
from secretariat.flow.context import Context
from secretariat.flow.decide.own import note_down
from secretariat.flow.decide.refusals import LARGEST_BLOCK, LARGEST_MEMBER, DecisionRefused, reason, within
from secretariat.flow.decide.there import check_there
from secretariat.flow.desk_state import mandates_now, open_desk, standing_now
from secretariat.flow.ended_ahead import take_back_ended
from secretariat.flow.enough_yeses import put_on_their_way
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person, people
from secretariat.flow.secrets_held import HeldSecret, secrets_held
from secretariat.store import sessions
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing


def record(
    context: Context,
    *,
    secretary: int,
    deputy: int | None,
    proposal: int | None,
    first: int,
    last: int,
    why: str,
) -> str:
    """Write down who holds the office from a first to a last block; gives what was done in a sentence.

    It counts once somebody of the council confirms it. Raises DecisionRefused for blocks in the wrong order, for one person in both
    offices, and for a member or a proposal that is not there by facts that are whole and fresh.
    """
    person, because = acting_person(context, "record mandate"), reason(why)
    _numbers(secretary=secretary, deputy=deputy, proposal=proposal, first=first, last=last)
    if first > last:
        raise DecisionRefused(f"The last block {last:,} is before the first, {first:,}. Nothing was changed.")
    if deputy == secretary:
        raise DecisionRefused("Secretary and deputy are two members. Nothing was changed.")
    with writing(context.engine) as connection:
        unknown = check_there(context, connection, members=(secretary, deputy), proposals=(proposal,))
        decision = MandateRecord(
            taken=Taken(at=context.machine_now(), person=person.name, why=because),
            secretary=secretary,
            deputy=deputy,
            proposal=proposal,
            first=first,
            last=last,
        )
        written = append_decision(connection, decision)
    name = f"m{written.taken.seq}"
    return f"{name} is recorded; a council member confirms it on the page Office, or with: secretariat mandate confirm {name}.{unknown}"


def _numbers(*, secretary: int, deputy: int | None, proposal: int | None, first: int, last: int) -> None:
    """Make sure that numbers are ones that the chain can give. Raises DecisionRefused."""
    within(secretary, LARGEST_MEMBER, "The secretary's member id")
    within(deputy, LARGEST_MEMBER, "The deputy's member id")
    within(proposal, LARGEST_BLOCK, "A proposal's number")
    within(first, LARGEST_BLOCK, "The first block")
    within(last, LARGEST_BLOCK, "The last block")


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """What a confirmation did, in a sentence, and the secrets that are to be made new, as the office changes hands."""

    done: str
    rotate: tuple[HeldSecret, ...]


def confirm(context: Context, name: str, *, why: str) -> Confirmed:
    """Say that a recorded mandate is so. Every session of the pages ends with it, and a note puts the secrets to rotate on the desk.

    What waits under a standing approval that the mandate ends is taken back, and what waits for a second yes that is needed no more is put on its way.

    Raises DecisionRefused for a mandate that is not there or is confirmed already, and for whoever recorded it or would hold the
    office by it: nobody makes themselves secretary.
    """
    person, because, rotate = acting_person(context, "confirm mandate"), reason(why), secrets_held(context)
    with writing(context.engine) as connection:
        known = {one.name: one for one in mandates_now(connection)}
        mandate = known.get(name.strip())
        if re.fullmatch(r"m\d{1,9}", name.strip()) is None or mandate is None:
            raise DecisionRefused(
                f"There is no mandate {name!r}; `secretariat mandate show` lists them. Nothing was changed."
            )
        if why_not := why_not_confirm(context, person, mandate):
            raise DecisionRefused(f"{why_not} Nothing was changed.")
        at, now = context.machine_now(), now_of(context, connection)
        taken = Taken(at=at, person=person.name, why=because)
        append_decision(connection, MandateConfirmation(taken=taken, record=mandate.record.taken.seq, block=now.block))
        taken_back = take_back_ended(connection, standing_now(connection, now), at) if now.block is not None else ""
        complete = (
            put_on_their_way(context, connection, open_desk(connection), now, at) if now.block is not None else ()
        )
        noted = ""
        if rotate:
            taken = Taken(at=at, person=person.name, why=f"{mandate.name} is confirmed.")
            number = note_down(connection, OwnNote(taken=taken, number=0, text=to_rotate(mandate, rotate)))
            noted = f" n{number}, a note of what is to be rotated, is on the desk at the next review."
        sessions.end_all(connection)  # the office changes hands: everybody signs in anew
    blocks = f"blocks {mandate.record.first:,} to {mandate.record.last:,}"
    return Confirmed(done=f"{mandate.name} is confirmed: {blocks}.{taken_back}{_told(complete)}{noted}", rotate=rotate)


def _told(complete: Sequence[tuple[str, str]]) -> str:
    """Say which texts came on their way as no second yes is needed any more; empty for none."""
    names = ", ".join(f"{text} as {item}" for text, item in complete)
    return f" What needs no second yes any more is on its way: {names}." if names else ""


def to_rotate(mandate: Mandate, secrets: Sequence[HeldSecret]) -> str:
    """Write what is to be made new as a mandate begins: names of settings, one a line, never what they hold."""
    return "\n".join(
        (
            f"Rotate the secrets of this desk: {mandate.name} is confirmed",
            "Whoever had the office before may know them. Make each anew where it was given out, and put it in the place of the old one:",
            *(f"- {one.line}" for one in secrets),
        )
    )


def why_not_confirm(context: Context, person: Person, mandate: Mandate) -> str:
    """Say why this person cannot confirm a mandate, whatever their role lets them; empty where they can."""
    if mandate.confirmed is not None:
        return f"{mandate.name} is confirmed already, by {mandate.confirmed.taken.person}."
    recorder = people(context).get(mandate.record.taken.person)
    same_key = recorder is not None and bool(person.key) and recorder.key == person.key
    if person.name == mandate.record.taken.person or same_key:
        return "Who recorded a mandate does not confirm it as well."
    if person.member_id is not None and person.member_id in (mandate.record.secretary, mandate.record.deputy):
        return "Nobody confirms their own mandate."
    return ""
