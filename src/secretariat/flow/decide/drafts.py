"""Decisions about drafts: yes, no, and other words; each names the text it is about with its revision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from secretariat.desk.approvals import how_second, lapsed, missing, text_to_sign
from secretariat.desk.despite import met
from secretariat.desk.draft_states import yeses
from secretariat.desk.drafting import CallWaits, exact_act, reworded
from secretariat.desk.drafts import Draft, DraftState, DraftUnknown, counts_of, named
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.known import KnownDraft
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.notes import DUTY as OWN
from secretariat.desk.people import Person
from secretariat.desk.roles import NotAllowed, may
from secretariat.facts.desk_decisions import Approval, MetConcern, Rejection, Rewording, Taken
from secretariat.facts.now import Now
from secretariat.flow.calls import CallsOf, calls_now
from secretariat.flow.channels import check_configured
from secretariat.flow.context import Context
from secretariat.flow.context import person as person_named
from secretariat.flow.decide.destinations import again, checked
from secretariat.flow.decide.own import LONGEST_TITLE, LONGEST_WORDS
from secretariat.flow.decide.refusals import DecisionRefused, check_length, marks_fit, reason, said
from secretariat.flow.desk_state import DeskState, desk_of_drafts
from secretariat.flow.enough_yeses import why_second_now
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person, people
from secretariat.flow.public_places import public_text
from secretariat.flow.senders import check_has_way_in
from secretariat.flow.signatures import check_signed
from secretariat.flow.who_stands import concerns_now, told_with
from secretariat.store import desk as store_desk
from secretariat.store import outbox
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing

_OVER: dict[DraftState, str] = {
    "queued": "it is approved already and waits to be sent",
    "signing": "it is approved already and waits for a wallet's signature",
    "sending": "it is being sent now",
    "sent": "it was sent already",
    "unconfirmed": "it may have been sent already: settle it first",
    "failed": "sending it failed for good: reword it, or settle it to be sent again",
    "rejected": "a person said no to it",
    "withdrawn": "it is withdrawn",
}
"""Why there is nothing to say yes to any more, by state."""


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """The text that a decision names, as it stands, with its finding and what is known about it."""

    known: KnownDraft
    finding: Finding
    desk: DeskState

    @property
    def draft(self) -> Draft:
        return self.known.draft

    @property
    def state(self) -> DraftState:
        return self.desk.state(self.known)


def approve(context: Context, name: str, *, signature: str = "", despite: str = "") -> str:
    """Say yes to exactly one text; gives what was done in a sentence. With enough yeses it is put on its way.

    ``signature`` makes it a second yes: over ``text_to_sign``, by the person's own account. ``despite`` is the reason for a yes to
    words that the neutrality gate has concerns about; it stands in the journal, and in the table that ``publish`` writes of such yeses. Raises DraftUnknown for a text that is
    not the newest of its draft, DecisionRefused where there is nothing to say yes to or the person said it already,
    ChannelMissing, NotAllowed and PersonUnknown; then nothing is changed.
    """
    person = acting_person(context, "approve second") if signature else _says_first_yes(context, name)
    with writing(context.engine) as connection:
        asked, now = _newest(connection, name), now_of(context, connection)
        before = yeses(asked.draft, asked.desk.decided)
        why_two = why_second_now(context, connection, asked.draft.act, now)
        held = _is_held(asked, before, why_two)
        _can_be_approved(context, connection, asked, now, held=held)
        found = concerns_now(connection, asked.draft)
        because = _despite(found, asked.draft, despite)
        _not_twice(person, before, asked.draft, why_two)
        if signature:
            check_signed(person, text_to_sign(asked.draft), signature)
        at = context.machine_now()
        yes = Approval(
            taken=Taken(at=at, person=person.name, why=f"despite concerns: {because}" if because else ""),
            draft=asked.draft.number,
            revision=asked.draft.act.revision,
            digest=asked.draft.digest,
            despite=because,
            block=now.block if because else None,
            concerns=_met(context, asked, found) if because else None,
            account=person.key,
            second=bool(signature),
            signature=signature.strip(),
            newer="" if asked.draft.newer is None else asked.draft.newer.digest,
        )
        lacks = missing((*before, yes), why_two)
        item = None if lacks or held else outbox.queue(connection, asked.draft, at=at)
        append_decision(connection, replace(yes, item=item))
        if lacks:
            return f"{person.name} said yes to {asked.draft.name}. It still needs {lacks}."
    waits = "waits for a wallet's signature" if asked.draft.signed_by_wallet else "waits to be sent"
    return f"{asked.draft.name} is approved and {waits}{'' if item is None else f' as o{item}'}."


def _says_first_yes(context: Context, name: str) -> Person:
    """Give who acts, if they may say the first yes. Raises NotAllowed, telling who gives the second one how that is given."""
    try:
        return acting_person(context, "approve")
    except NotAllowed as error:
        known = people(context)[context.person or person_named()]
        if not may(known.roles, "approve second"):
            raise
        raise NotAllowed(f"{error} {_how_second(context, known, name)}") from error


def _how_second(context: Context, person: Person, name: str) -> str:
    """Say to somebody who gives second yeses how one is given to a text, or that it needs none. Raises as ``approve`` does."""
    with reading(context.engine) as connection:
        asked, now = _newest(connection, name), now_of(context, connection)
        said, why_two = (
            yeses(asked.draft, asked.desk.decided),
            why_second_now(context, connection, asked.draft.act, now),
        )
        _can_be_approved(context, connection, asked, now, held=_is_held(asked, said, why_two))
    return how_second(person.name, asked.draft.name, said, why_two, text_to_sign(asked.draft))


def reject(context: Context, name: str, *, why: str) -> str:
    """Say no to exactly one text; gives what was done in a sentence. What waits of it in the outbox is taken back."""
    person, because = acting_person(context, "reject"), reason(why)
    with writing(context.engine) as connection:
        asked = _newest(connection, name)
        if asked.state in ("sending", "sent", "unconfirmed", "rejected", "withdrawn"):
            raise DecisionRefused(f"{asked.draft.name} cannot be rejected: {_OVER[asked.state]}. Nothing was changed.")
        at, draft = context.machine_now(), asked.draft
        taken = Taken(at=at, person=person.name, why=because)
        append_decision(connection, Rejection(taken=taken, draft=draft.number, revision=draft.act.revision))
        outbox.withdraw_waiting(connection, draft.number, at=at, why=f"{person.name} said no: {because}")
    return f"{draft.name} is rejected. It is drafted anew only if a person rewords it."


def reword(context: Context, name: str, text: str, *, title: str | None = None, calls: CallsOf = calls_now) -> str:
    """Put a person's words in the place of a draft's; gives the name of the new text in a sentence.

    Every yes was to other words and counts no more. Raises DecisionRefused for no words, for the same words unless newer ones stand
    beside them, for a draft that left the desk, and where a wallet would have to sign and no call can be built.
    """
    person = acting_person(context, "reword")
    mine = said(text, LONGEST_WORDS)
    with writing(context.engine) as connection:
        asked = _newest(connection, name)
        draft = asked.draft
        words = reworded(draft.wanted, draft.act.title if title is None else said(title, LONGEST_TITLE), mine)
        if draft.newer is None and (words.title, words.text) == (draft.act.title, draft.act.text):
            raise DecisionRefused(f"That is what {draft.name} says already. Nothing was changed.")
        marks_fit(f"{words.title}\n{words.text}", [name for name, _ in counts_of(asked.finding, draft)])
        made = _new_text(context, connection, asked, words, calls, by=person.name, newer=draft.newer)
        _write_down(context, connection, person, made, f"{person.name} reworded it")
        found = concerns_now(connection, made)
    return told_with(f"{made.name} has your words; approve it by that name.", found)


def take_newer(context: Context, name: str, *, calls: CallsOf = calls_now) -> str:
    """Take the words that a finding wants now in the place of a person's; gives the name of the new text in a sentence."""
    person = acting_person(context, "reword")
    with writing(context.engine) as connection:
        asked = _newest(connection, name)
        newer = asked.draft.newer
        if newer is None:
            raise DecisionRefused(f"No newer words stand beside {asked.draft.name}. Nothing was changed.")
        fresh = replace(asked, known=replace(asked.known, draft=replace(asked.draft, wanted=newer)))
        made = _new_text(context, connection, fresh, newer, calls, by="", newer=None)
        _write_down(context, connection, person, made, f"{person.name} took the newer words")
    return f"{made.name} has the newer words; approve it by that name."


def _newest(connection: Connection, name: str) -> _Asked:
    """Give the text that a name means. Raises DraftUnknown where it is not the newest of its draft, naming the one that is."""
    number, revision = named(name)
    desk = desk_of_drafts(connection, [number])
    if not desk.drafts:
        raise DraftUnknown(f"There is no draft d{number}; `secretariat drafts` lists them. Nothing was changed.")
    known = desk.drafts[0]
    current = known.draft.name
    if revision is None:
        raise DraftUnknown(
            f"Name the text, not only the draft: the newest text of d{number} is {current}. Nothing was changed."
        )
    if revision > known.draft.act.revision:
        raise DraftUnknown(
            f"There is no text {name.strip()}; the newest of d{number} is {current}. Nothing was changed."
        )
    if revision < known.draft.act.revision:
        raise DraftUnknown(
            f"{name.strip()} was changed since: the newest text of d{number} is {current}. "
            f"Look at it with `secretariat show {current}`. Nothing was changed."
        )
    return _Asked(known=known, finding=desk.findings[0].finding, desk=desk)


def _is_held(asked: _Asked, said: Sequence[Approval], why_two: str) -> bool:
    """Tell whether a text is on its way and came to need another yes since."""
    return asked.state in ("queued", "signing") and bool(why_two and missing(said, why_two))


def _can_be_approved(context: Context, connection: Connection, asked: _Asked, now: Now, *, held: bool) -> None:
    """Make sure that there is something to say yes to; of what is on its way there is where it is ``held`` for another yes."""
    draft = asked.draft
    if asked.state not in ("open", "approved") and not held:
        raise DecisionRefused(f"{draft.name} cannot be approved: {_OVER[asked.state]}. Nothing was changed.")
    if lapsed(draft, now.block):
        raise DecisionRefused(
            f"{draft.name} made sense until block {draft.wanted.until:,}, which is passed. Nothing was changed."
        )
    act = draft.act
    check_configured(context, act.channel, act.destination.place)
    check_has_way_in(context, act.channel, act.destination.place)
    check_length(act.kind, act.channel, act.title, act.text, now, mentions=act.mentions, name=draft.name)
    if asked.finding.duty == OWN:  # no rule looks at where a person's own words go
        checked(context, connection, again(act.kind, act.channel, act.destination))
    call = act.call
    if call is not None and (call.genesis, call.spec_version) != (now.genesis, now.spec_version):
        raise DecisionRefused(
            f"The call of {draft.name} is for another runtime than the chain has now. "
            "Run `secretariat review`, which drafts it anew. Nothing was changed."
        )


def _despite(found: tuple[Concern, ...], draft: Draft, despite: str) -> str:
    """Give the reason for a yes despite concerns; empty where there are none. Raises DecisionRefused where one lacks or is idle."""
    if not found and despite.strip():
        raise DecisionRefused(
            f"There is no concern about the neutrality of {draft.name}: approve it without --despite. Nothing was changed."
        )
    if found and not despite.strip():
        more = f" ({len(found)} concerns in all)" if len(found) > 1 else ""
        words = f" “{found[0].words}”" if found[0].words else ""
        raise DecisionRefused(
            f"{draft.name} is not neutral{more}: {found[0].says.rstrip('.')}{words}. Reword it, or approve it with --despite "
            '"reason", which everybody can read: it stands in the journal, and `secretariat publish` writes it to '
            "tables/yeses_despite_concerns.html. Nothing was changed."
        )
    return reason(despite) if found else ""


def _met(context: Context, asked: _Asked, found: tuple[Concern, ...]) -> tuple[MetConcern, ...]:
    """Give the concerns as they are kept with the yes."""
    act = asked.draft.act
    return met(found, act, public=public_text(context, act))


def _not_twice(person: Person, before: tuple[Approval, ...], draft: Draft, why_two: str) -> None:
    """Refuse a second yes by the same person, or by another name with the same key: two names with one key are one.

    A yes given ahead is none to this very text. One that was given before the settings had the person's account can be given again
    where keys are to be compared.
    """
    enough = "" if missing(before, why_two) else " It needs no other: the next `secretariat review` puts it on its way."
    for yes in before:
        again = why_two and person.key and not yes.account
        if yes.taken.person == person.name and yes.standing is None and not again:
            raise DecisionRefused(
                f"You said yes to {draft.name} already, on {yes.taken.at[:10]}.{enough} Nothing was changed."
            )
        if person.key and yes.account == person.key:
            raise DecisionRefused(
                f"{yes.taken.person} said yes to {draft.name} with the same wallet key as yours: two names with one key are one "
                "person. Nothing was changed."
            )


def _new_text(
    context: Context,
    connection: Connection,
    asked: _Asked,
    words: Wanted,
    calls: CallsOf,
    *,
    by: str,
    newer: Wanted | None,
) -> Draft:
    """Make the next revision of a draft and write it."""
    draft = asked.draft
    if asked.state in ("sending", "sent", "unconfirmed", "withdrawn"):
        raise DecisionRefused(f"{draft.name} cannot be reworded: {_OVER[asked.state]}. Nothing was changed.")
    now = now_of(context, connection)
    act = draft.act
    check_length(act.kind, act.channel, words.title, words.text, now, mentions=words.mentions)
    try:
        made = exact_act(words, asked.finding, draft.act.revision + 1, now, calls(context, connection, now))
    except CallWaits as error:
        raise DecisionRefused(f"The call with these words cannot be built: {error} Nothing was changed.") from error
    act = replace(made, finding=draft.act.finding)
    at = context.machine_now()
    store_desk.write_text(connection, draft.number, act, draft.wanted, at=at, by=by, newer=newer)
    return Draft(
        number=draft.number, finding=draft.finding, act=act, wanted=draft.wanted, created_at=at, by=by, newer=newer
    )


def _write_down(context: Context, connection: Connection, person: Person, made: Draft, why: str) -> None:
    at = context.machine_now()
    taken = Taken(at=at, person=person.name)
    decision = Rewording(taken=taken, draft=made.number, revision=made.act.revision, digest=made.digest)
    append_decision(connection, decision)
    outbox.withdraw_waiting(connection, made.number, at=at, why=f"{why}: the yes was to other words")
