"""Suggestions: what members in office without a working contact say of themselves on the chain; nothing of it is kept."""

from functools import partial

from sqlalchemy import Connection

from secretariat.clients.bounds import WireSettings
from secretariat.clients.graphql import ask
from secretariat.clients.http import open_wire
from secretariat.desk.contacts import shared_by, way_to
from secretariat.errors import SecretariatError
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.decisions import lay_over
from secretariat.facts.staffing import Worker
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredWorker
from secretariat.flow.channels import channels_on
from secretariat.flow.contacts_now import contacts_now
from secretariat.flow.context import Context
from secretariat.flow.decided import decisions_now
from secretariat.flow.people import acting_person
from secretariat.sources.query_node.self_declared import Suggestion, self_declared
from secretariat.store.engine import reading
from secretariat.store.facts import load_records


class NoQueryNode(SecretariatError):
    """No query node is configured."""


def suggestions(context: Context) -> tuple[Suggestion, ...]:
    """Ask the query node what those say of themselves who sit in the council or lead a group and cannot be reached.

    Raises NoQueryNode, NotAllowed, PersonUnknown, and the first address's failure where none answers.
    """
    acting_person(context, "keep contacts")
    settings = context.config.settings.get("query_node")
    if settings is None:
        raise NoQueryNode("No query node is configured: add a table [query_node]; `secretariat init` writes one.")
    with reading(context.engine) as connection:
        members = _not_reached(context, connection)
    if not members:
        return ()
    bounds: WireSettings = context.config.settings.get("wire", WireSettings())
    failures: list[SecretariatError] = []
    with open_wire(bounds) as wire:
        for url in settings.urls:
            try:
                return self_declared(partial(ask, wire, url), members)
            except SecretariatError as error:
                failures.append(error)
    raise failures[0]


def _not_reached(context: Context, connection: Connection) -> list[int]:
    """List the members in office whom no working contact reaches; of who asked not to be contacted nothing is looked for."""
    on = channels_on(context)
    kept, bounces = contacts_now(connection)
    refused = {number for number, one in kept.items() if one.opted_out or not one.consent}
    shared = shared_by(kept.values())
    reached = {number for number, one in kept.items() if way_to(one, on, shared, bounces)}
    return sorted(_in_office(connection) - refused - reached)


def _in_office(connection: Connection) -> set[int]:
    """Give who sits in the council or leads a group: as the chain stores it, else as the query node tells."""
    kinds = (ElectedCouncil.KIND, CouncilSeat.KIND, Worker.KIND, StoredSeat.KIND, StoredWorker.KIND)
    laid = lay_over(load_records(connection, kinds), decisions_now(connection))
    facts = [(one.key, one.fact) for one in laid]
    sitting = {key for key, one in facts if isinstance(one, ElectedCouncil) and one.ended_block is None}
    told = {one.member_id for _, one in facts if isinstance(one, CouncilSeat) and one.council in sitting}
    seats = {one.member_id for _, one in facts if isinstance(one, StoredSeat)}
    leading = {one.member_id for _, one in facts if isinstance(one, Worker) and one.active and one.lead}
    leads = {one.member_id for _, one in facts if isinstance(one, StoredWorker) and one.is_lead}
    return {one for one in (seats or told) | (leads or leading) if one is not None}
