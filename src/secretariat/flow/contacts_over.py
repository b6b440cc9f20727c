"""Whose contact's time is over: by the last role of its member, and only while the facts tell everybody's last role."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.contacts import KeptContact, to_forget
from secretariat.desk.saying import count
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.decisions import lay_over
from secretariat.facts.mandates import Mandate, mandate_at
from secretariat.facts.records import AnyStated
from secretariat.facts.staffing import Worker
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredWorker
from secretariat.flow.contacts_settings import ContactsSettings
from secretariat.flow.context import Context
from secretariat.flow.decided import decisions_now
from secretariat.flow.desk_state import mandates_now
from secretariat.flow.freshness import unreliable_sources
from secretariat.flow.lists_behind import why_not_whole
from secretariat.flow.now import now_of
from secretariat.store.facts import load_records

LISTS = ("elected-councils", "council-seats", "workers")
"""The query node's lists that tell in which block a member's last role ended."""

_KINDS = (ElectedCouncil.KIND, CouncilSeat.KIND, Worker.KIND, StoredSeat.KIND, StoredWorker.KIND)


@dataclass(frozen=True, kw_only=True, slots=True)
class Over:
    """The members whose contact is to be erased. ``unknown`` says why nobody is known to be one; empty where it is known."""

    members: tuple[int, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Roles:
    """The first blocks of council terms, the last block of each member's last role, and who has a role now."""

    terms_began: tuple[int, ...]
    last: Mapping[int, int]
    still: frozenset[int]


def over_now(context: Context, connection: Connection, kept: Iterable[KeptContact]) -> Over:
    """Give the members whose contact is to be erased, by the facts as they are; nobody while these may lack somebody's role.

    What is erased is gone for good: a role that is not known, for a list is missing or behind, its source is stale, or a member id in it
    cannot be read, may be anybody's.
    """
    found = tuple(kept)
    if not found:
        return Over()
    facts = tuple(lay_over(load_records(connection, _KINDS), decisions_now(connection)))
    if why := _why_unknown(context, connection, facts):
        return Over(unknown=why)
    roles = _roles(context, connection, facts)
    after = _settings(context).erase_after_terms
    over = [
        one.contact.member_id
        for one in found
        if to_forget(
            one,
            roles.last.get(one.contact.member_id),
            in_role=one.contact.member_id in roles.still,
            terms_began=roles.terms_began,
            after_terms=after,
        )
    ]
    return Over(members=tuple(over))


def why_over(context: Context) -> str:
    """Say why a contact is erased whose time is over."""
    after = _settings(context).erase_after_terms
    return (
        f"{count(after, 'council term')} began since the member's last role ended, or since it was taken where that is later "
        "([contacts] erase_after_terms)."
    )


def _settings(context: Context) -> ContactsSettings:
    found: ContactsSettings = context.config.settings.get("contacts", ContactsSettings())
    return found


def _why_unknown(context: Context, connection: Connection, facts: Sequence[AnyStated]) -> str:
    """Say why the facts do not tell everybody's last role; empty where they do."""
    reasons = [*unreliable_sources(context, connection).values(), *why_not_whole(connection, LISTS), *_nameless(facts)]
    if not reasons and now_of(context, connection).block is None:
        reasons.append("the present block is not known, so that nobody knows who is the secretary")
    return reasons[0] if reasons else ""


def _nameless(facts: Sequence[AnyStated]) -> Iterator[str]:
    """Name the first seat or worker whose member is not known."""
    for one in facts:
        if isinstance(one.fact, CouncilSeat | Worker | StoredWorker) and one.fact.member_id is None:
            where = "of the chain" if isinstance(one.fact, StoredWorker) else "of the query node"
            yield f"the member of {one.kind} {one.key} {where} is not known: `secretariat problems` says why, and takes it"
            return


def _roles(context: Context, connection: Connection, facts: Sequence[AnyStated]) -> _Roles:
    """Tell roles from both sources: who sits or works by the chain has a role, whatever the query node says of its end."""
    councils = {one.key: one.fact for one in facts if isinstance(one.fact, ElectedCouncil)}
    mandates, now = mandates_now(connection), now_of(context, connection)
    ended = [(who, one.record.last) for one in mandates if one.confirmed for who in _holders(one)]
    holds = mandate_at(mandates, now.block)
    still = set(_holders(holds)) if holds is not None else set()
    for fact in (one.fact for one in facts):
        match fact:
            case CouncilSeat():
                council = councils.get(fact.council or "")
                block = None if council is None else council.ended_block
            case Worker():
                block = fact.ended_block or fact.leaving_block if fact.active is False else None
            case StoredSeat() | StoredWorker():
                block = None
            case _:
                continue
        if fact.member_id is not None and block is None:
            still.add(fact.member_id)
        elif fact.member_id is not None and block is not None:
            ended.append((fact.member_id, block))
    last: dict[int, int] = {}
    for member, block in ended:
        last[member] = max(block, last.get(member, 0))
    began = tuple(sorted(one.elected_block for one in councils.values() if one.elected_block))
    return _Roles(terms_began=began, last=last, still=frozenset(still))


def _holders(mandate: Mandate) -> tuple[int, ...]:
    """Give the members who hold an office by a mandate: secretary and deputy."""
    record = mandate.record
    return (record.secretary,) if record.deputy is None else (record.secretary, record.deputy)
