"""What a person of the desk notes about the next secretary: who is willing, which proposal elects them, what they may do on GitHub."""

from typing import get_args

from sqlalchemy import Connection

from secretariat.facts.accounts import is_key, key_of
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.electing_secretary import why_not_electing
from secretariat.facts.secretary_decisions import ElectingProposal, NotWilling, Permission, PermissionSeen, Willing
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.willing import willing_of
from secretariat.flow.context import Context
from secretariat.flow.decide.in_office import first_block_of, in_office_now
from secretariat.flow.decide.refusals import DecisionRefused, reason_if_any
from secretariat.flow.decide.there import check_members, check_there
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import writing
from secretariat.store.facts import load_records

LONGEST_GITHUB = 39
"""Characters of a name on GitHub."""
PERMISSIONS: tuple[Permission, ...] = get_args(Permission)


def willing(
    context: Context,
    member: int,
    *,
    deputy: int | None = None,
    github: str = "",
    account: str = "",
    asks: bool = False,
    filed_by: int | None = None,
    council: int | None = None,
    why: str = "",
) -> str:
    """Note that a member is willing to serve in a council's term, the one in office unless told; gives what was done in a sentence.

    Raises DecisionRefused for what cannot be, for a member who is not there by a list that is whole and fresh, and where the council in
    office is not known.
    """
    person = acting_person(context, "note")
    _numbers(member, deputy, filed_by)
    if deputy == member:
        raise DecisionRefused("Secretary and deputy are two members. Nothing was changed.")
    if not _is_github(github):
        raise DecisionRefused(
            f"{github[:60]!r} is no name on GitHub: letters, digits and hyphens, without the address. Nothing was changed."
        )
    if account and (is_key(account) or key_of(account) is None):
        raise DecisionRefused(
            f"{account[:60]!r} is not an address (SS58); copy it from the wallet. Nothing was changed."
        )
    with writing(context.engine) as connection:
        number = _council(context, connection, council)
        unknown = check_members(context, connection, (member, deputy, filed_by))
        noted = Willing(
            taken=Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why)),
            council=number,
            member_id=member,
            deputy_id=deputy,
            github=github,
            account=(key_of(account) or "") if account else "",
            asks=asks,
            filed_by=filed_by,
        )
        append_decision(connection, noted)
    asked = "; the draft of their proposal is on the desk at the next review" if asks else ""
    return f"Member {member} is noted as willing to serve as secretary in the term of council {number}{asked}.{unknown}"


def not_willing(context: Context, member: int, *, council: int | None = None, why: str = "") -> str:
    """Note that a member is not willing any more. Raises DecisionRefused for one who was not noted."""
    person = acting_person(context, "note")
    with writing(context.engine) as connection:
        number = _council(context, connection, council)
        known = willing_of(desk_decisions(connection, Willing, NotWilling), number)
        if member not in {one.member_id for one in known}:
            raise DecisionRefused(
                f"Member {member} is not noted as willing to serve in the term of council {number}. Nothing was changed."
            )
        taken = Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why))
        append_decision(connection, NotWilling(taken=taken, council=number, member_id=member))
    return f"Member {member} is not noted as willing any more."


def proposal(
    context: Context,
    number: int,
    *,
    elects: bool = True,
    member: int | None = None,
    council: int | None = None,
    why: str = "",
) -> str:
    """Note that a proposal elects the secretary for a council's term, or that it does not.

    Raises DecisionRefused for a proposal that neither the chain nor the query node tells of, unless this one could not be asked, and for one
    that is no Signal of the term.
    """
    person = acting_person(context, "note")
    with writing(context.engine) as connection:
        in_term = _council(context, connection, council)
        unknown = check_members(context, connection, (member,))
        unknown += _can_elect(context, connection, number, in_term, elects=elects)
        taken = Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why))
        noted = ElectingProposal(taken=taken, council=in_term, proposal=number, elects=elects, member_id=member)
        append_decision(connection, noted)
    return (
        f"Proposal {number} is noted as {'one that elects' if elects else 'not electing'} the secretary for the term of "
        f"council {in_term}.{unknown}"
    )


def _can_elect(context: Context, connection: Connection, number: int, council: int, *, elects: bool) -> str:
    """Raise DecisionRefused for a proposal that is not there, or, of one that ``elects``, for what is no Signal of the council's term.

    Gives a sentence about one that could not be looked up, else nothing.
    """
    facts = [record.fact for record in load_records(connection, (Proposal.KIND, StoredProposal.KIND))]
    found = [fact for fact in facts if isinstance(fact, Proposal | StoredProposal) and fact.number == number]
    if not found:
        check_there(context, connection, members=(), proposals=(number,))
        return (
            f" Proposal {number} could not be looked up, and counts as one whose state is not known until a sync tells of it: make sure that "
            "the number is right."
        )
    first = first_block_of(context, connection, council) if elects else None
    if elects and (wrong := next((why for fact in found if (why := why_not_electing(fact, first))), "")):
        raise DecisionRefused(
            f"Proposal {number} does not elect the secretary of council {council}: {wrong}. Give the number of the Signal of this term, or --does-not. "
            "Nothing was changed."
        )
    return ""


def permission(context: Context, level: str, *, council: int | None = None, why: str = "") -> str:
    """Note what the secretary may do on GitHub. Raises DecisionRefused for a word that is no permission there."""
    person = acting_person(context, "note")
    found = next((one for one in PERMISSIONS if one == level.strip().lower()), None)
    if found is None:
        raise DecisionRefused(
            f"{level[:40]!r} is no permission; there are {', '.join(PERMISSIONS)}. Nothing was changed."
        )
    with writing(context.engine) as connection:
        number = _council(context, connection, council)
        taken = Taken(at=context.machine_now(), person=person.name, why=reason_if_any(why))
        append_decision(connection, PermissionSeen(taken=taken, council=number, permission=found))
    return f"The permission {found} is noted for the term of council {number}."


def _council(context: Context, connection: Connection, council: int | None) -> int:
    """Give the number of the council meant. Raises DecisionRefused for none, and NotKnown."""
    if council is not None and council < 1:
        raise DecisionRefused("--council is a council's number, 1 or more. Nothing was changed.")
    if council is not None:
        return council
    return in_office_now(context, connection, otherwise="; name one with --council").number


def _numbers(*members: int | None) -> None:
    if any(member is not None and member < 0 for member in members):
        raise DecisionRefused("A member id is a number, 0 or more. Nothing was changed.")


def _is_github(name: str) -> bool:
    return len(name) <= LONGEST_GITHUB and all(part.isascii() and part.isalnum() for part in name.split("-") if name)
