"""Who stands for election now, for the neutrality gate: a person's own words may not name some of those who stand."""

from sqlalchemy import Connection

from secretariat.desk.approvals import concerns_of, is_own
from secretariat.desk.drafts import Draft
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.neutrality.named import Person
from secretariat.facts.memberships import Membership
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.store.facts import load_records, records_in_parts


def who_stands(connection: Connection) -> tuple[Person, ...]:
    """Give those who stand by the chain's finalised head, by member id, with their handles; nobody while no election is going on."""
    facts = [record.fact for record in load_records(connection, (StoredCouncil.KIND, StoredCandidate.KIND))]
    council = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    if council is None or council.stage not in ("announcing", "election"):
        return ()
    standing = sorted(
        fact.member_id for fact in facts if isinstance(fact, StoredCandidate) and fact.cycle == council.cycle
    )
    handles = {
        record.fact.member_id: record.fact.handle
        for part in records_in_parts(connection, Membership.KIND, [str(member) for member in standing])
        for record in part
        if record.fact.handle
    }
    return tuple(Person(subject=str(one), name=handles.get(one, f"member {one}")) for one in standing)


def concerns_now(connection: Connection, draft: Draft) -> tuple[Concern, ...]:
    """Find what is not neutral in a text, with those who stand now where the words are a person's own."""
    return concerns_of(draft, who_stands(connection) if is_own(draft) else ())


def told_with(sentence: str, found: tuple[Concern, ...]) -> str:
    """Add to a sentence about words that were taken what is not neutral in them."""
    if not found:
        return sentence
    more = "" if len(found) == 1 else f" ({len(found)} concerns in all)"
    return f"{sentence} They are not neutral as they stand{more}: {found[0].says}"
