"""Standing approvals: a yes given ahead to a template's words, and taken back."""

from collections.abc import Iterable

from sqlalchemy import Connection

from secretariat.desk.approvals import Standing, for_the_same, never_ahead
from secretariat.desk.drafts import DraftUnknown, named
from secretariat.desk.names import number_in
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.desk_decisions import StandingGrant, StandingRevocation, Taken
from secretariat.facts.now import Now
from secretariat.facts.stored_state import constants_of
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused, reason
from secretariat.flow.desk_state import desk_of_drafts, standing_now
from secretariat.flow.ended_ahead import take_back_ended
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing
from secretariat.store.facts import load_records


def grant(context: Context, name: str, *, until: int, why: str) -> str:
    """Say yes ahead to the words of a draft's template, where only facts differ; gives what was done in a sentence.

    The draft shows which rule, template, channel, place and audience are meant. It holds until a block, at most one term from now.
    Raises DraftUnknown, and DecisionRefused for words that always need a person's own yes, for a block that is passed or too
    far away, and where one holds already.
    """
    person, because = acting_person(context, "grant standing"), reason(why)
    with writing(context.engine) as connection:
        number, _ = named(name)
        desk = desk_of_drafts(connection, [number])
        if not desk.drafts:
            raise DraftUnknown(f"There is no draft d{number}; `secretariat drafts` lists them. Nothing was changed.")
        draft, finding = desk.drafts[0].draft, desk.findings[0].finding
        if never := never_ahead(draft):
            raise DecisionRefused(
                f"No yes can be given ahead to words like {draft.name}: {never}. Nothing was changed."
            )
        now = now_of(context, connection)
        block = _within_a_term(connection, now, until)
        decision = StandingGrant(
            taken=Taken(at=context.machine_now(), person=person.name, why=because),
            rule=finding.rule,
            template=draft.wanted.template,
            template_digest=draft.wanted.template_digest,
            channel=draft.act.channel,
            place=draft.act.destination.place,
            audience=finding.audience,
            block=block,
            until=until,
            member=person.member_id,
        )
        _not_twice(standing_now(connection, now), decision)
        written = append_decision(connection, decision)
    return (
        f"s{written.taken.seq}: words of {decision.template} for {decision.rule} go to {decision.channel} "
        f"{decision.place or '(no place)'} without a click until block {until:,}."
    )


def _not_twice(given: Iterable[Standing], asked: StandingGrant) -> None:
    """Make sure that no standing approval holds for the same words already. Raises DecisionRefused, naming the one that does."""
    for one in given:
        if not one.ended and for_the_same(one.grant, asked):
            raise DecisionRefused(
                f"{one.name} says yes ahead to these words already, until block {one.last:,}. To give them another end, revoke it "
                f"first: secretariat standing revoke {one.name}. Nothing was changed."
            )


def revoke(context: Context, name: str, *, why: str) -> str:
    """Take a standing approval back at once, and what waits under it; gives what was done in a sentence.

    Raises DecisionRefused for one that is not there or does not hold any more.
    """
    person, because = acting_person(context, "revoke standing"), reason(why)
    number = number_in(name, "s")
    with writing(context.engine) as connection:
        now = now_of(context, connection)
        given = {one.name: one for one in standing_now(connection, now)}
        if number is None or name.strip() not in given:
            raise DecisionRefused(
                f"There is no standing approval {name!r}; `secretariat standing list` lists them. Nothing was changed."
            )
        one = given[name.strip()]
        if one.ended:
            raise DecisionRefused(f"{one.name} does not hold any more: {one.ended}. Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        append_decision(connection, StandingRevocation(taken=taken, standing=number))
        taken_back = take_back_ended(connection, standing_now(connection, now), taken.at)
    return f"{one.name} is revoked.{taken_back}"


def _within_a_term(connection: Connection, now: Now, until: int) -> int:
    """Give the block of now. Raises DecisionRefused for an end that is passed, or more than a term's blocks away."""
    if now.block is None or now.spec_version is None:
        raise DecisionRefused("The chain was not read yet, so no block can be counted. Run `secretariat sync` first.")
    if until <= now.block:
        raise DecisionRefused(f"Block {until:,} is passed: the chain is at block {now.block:,}. Nothing was changed.")
    constants = [record.fact for record in load_records(connection, (RuntimeConstant.KIND,))]
    try:
        known = constants_of(constants, now.spec_version)
    except StateWrong as error:
        raise DecisionRefused(
            "How long a term lasts is not known: the chain's constants were not read. Run `secretariat sync` first."
        ) from error
    term = (
        known.announcing_period_duration
        + known.vote_stage_duration
        + known.reveal_stage_duration
        + known.idle_period_duration
    )
    if until - now.block > term:
        raise DecisionRefused(
            f"At most one term ahead: until block {now.block + term:,} ({term:,} blocks from now). Nothing was changed."
        )
    return now.block
