"""Who stands now, for the council or as secretary, for the neutrality gate: a person's own words may not name some of those who do."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from secretariat.desk.approvals import concerns_of, is_own
from secretariat.desk.drafts import Draft
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.neutrality.named import Person
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.council_in_office import KINDS, InOffice, NotKnown, council_in_office
from secretariat.facts.decisions import lay_over
from secretariat.facts.desk_decisions import MandateConfirmation, MandateRecord
from secretariat.facts.mandates import mandates_of
from secretariat.facts.memberships import Membership
from secretariat.facts.secretary_decisions import NotWilling, Willing
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.willing import willing_of
from secretariat.flow.decided import decisions_now
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.facts import load_records, records_in_parts


def who_stands(connection: Connection) -> tuple[Person, ...]:
    """Give those who stand, by member id, with their handles: candidates by the chain's finalised head, and who would be secretary."""
    standing = sorted(_candidates(connection) | _would_serve(connection))
    handles = {
        record.fact.member_id: record.fact.handle
        for part in records_in_parts(connection, Membership.KIND, [str(member) for member in standing])
        for record in part
        if record.fact.handle
    }
    return tuple(Person(subject=str(one), name=handles.get(one, f"member {one}")) for one in standing)


def _candidates(connection: Connection) -> set[int]:
    """Give the candidates of the election that is going on; nobody while none is."""
    facts = [record.fact for record in load_records(connection, (StoredCouncil.KIND, StoredCandidate.KIND))]
    council = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    if council is None or council.stage not in ("announcing", "election"):
        return set()
    return {fact.member_id for fact in facts if isinstance(fact, StoredCandidate) and fact.cycle == council.cycle}


def _would_serve(connection: Connection) -> set[int]:
    """Give who is noted as willing to be secretary of a council, where there are several; of each council by itself.

    They stand until a mandate for that term, recorded since, is confirmed, or until a later council is in office. Where it is not
    known which one is, those of the newest council stand for which several are noted.
    """
    decided = desk_decisions(connection, Willing, NotWilling, MandateRecord, MandateConfirmation)
    councils = sorted({one.council for one in decided if isinstance(one, Willing)})
    of_each = {council: {one.member_id for one in willing_of(decided, council)} for council in councils}
    several = [council for council in councils if len(of_each[council]) >= SEVERAL]
    if not several:
        return set()
    office = _in_office(connection)
    going_on = several[-1:] if office is None else [one for one in several if not _has_ended(decided, one, office)]
    return {member for council in going_on for member in of_each[council]}


SEVERAL = 2
"""So many who would be secretary stand against each other; whoever is the only one may be named."""


def _has_ended(decided: Sequence[Any], council: int, office: InOffice) -> bool:
    """Tell whether the choice of a council's secretary is over: a later council is in office, or a mandate for its term is confirmed.

    The secretary of a term is elected in it, so a mandate is for the term that its first block lies in: one that changes the deputy
    of the term before, or was recorded before the first note of who is willing, ends nothing.
    """
    if office.number != council:
        return office.number > council
    since = next(one.taken.seq for one in decided if isinstance(one, Willing) and one.council == council)
    return any(
        one.confirmed is not None and one.record.taken.seq > since and one.record.first >= office.first
        for one in mandates_of(decided)
    )


def _in_office(connection: Connection) -> InOffice | None:
    """Give the council in office; None where it is not known."""
    records = load_records(connection, (*KINDS, ChainHead.KIND))
    head = next((record.fact.block for record in records if isinstance(record.fact, ChainHead)), None)
    try:
        return council_in_office(snapshot_of(lay_over(records, decisions_now(connection))), head)[0]
    except NotKnown:
        return None


def concerns_now(connection: Connection, draft: Draft) -> tuple[Concern, ...]:
    """Find what is not neutral in a text, with those who stand now where the words are a person's own."""
    return concerns_of(draft, who_stands(connection) if is_own(draft) else ())


def told_with(sentence: str, found: tuple[Concern, ...]) -> str:
    """Add to a sentence about words that were taken what is not neutral in them."""
    if not found:
        return sentence
    more = "" if len(found) == 1 else f" ({len(found)} concerns in all)"
    return f"{sentence} They are not neutral as they stand{more}: {found[0].says}"
