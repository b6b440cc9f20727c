"""Whether members and proposals that a decision names are there, as far as the facts tell."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.freshness import freshness_now
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.live import list_known
from secretariat.store.live_rows import keys_of

MEMBERS, PROPOSALS = "memberships", "proposals"


def check_there(
    context: Context, connection: Connection, *, members: Iterable[int | None], proposals: Iterable[int | None]
) -> str:
    """Make sure that members and proposals are there; gives a sentence about those that the facts do not know, empty where they know all.

    Raises DecisionRefused for one that is not there by a list that is whole and fresh. Members of a large network are known only where
    somebody names them: that list is whole where it has every number up to its highest.
    """
    named = ((MEMBERS, members), (PROPOSALS, proposals))
    return _make_sure(
        [f"{_CALLED[name]} {one:,}" for name, numbers in named for one in _unknown(context, connection, name, numbers)]
    )


def check_members(context: Context, connection: Connection, members: Iterable[int | None]) -> str:
    """Make sure that members who are to be listed are there; gives a sentence about those that could not be looked up, empty for none.

    Raises DecisionRefused as ``check_there`` does: who joined while the query node stands still is as good a member as any other.
    """
    unknown = _unknown(context, connection, MEMBERS, members)
    if not unknown:
        return ""
    return (
        f" {' and '.join(f'Member {number}' for number in unknown)} could not be looked up, and {'is' if len(unknown) == 1 else 'are'} listed "
        "once a sync tells of them: make sure that the number is right."
    )


def _unknown(context: Context, connection: Connection, list_name: str, numbers: Iterable[int | None]) -> list[int]:
    """Give the numbers that a list does not have, and may have; raises DecisionRefused for one that is not there."""
    asked = [number for number in numbers if number is not None]
    keys = keys_of(connection, file_of(list_name)) if asked else frozenset()
    unknown = [number for number in asked if str(number) not in keys]
    if unknown and _is_settled(context, connection, list_name, keys):
        raise DecisionRefused(
            f"There is no {_CALLED[list_name]} {unknown[0]:,} on the network, as of the last sync. Look at the number, or run `secretariat sync` for "
            "one that is new. Nothing was changed."
        )
    return unknown


_CALLED = {MEMBERS: "member", PROPOSALS: "proposal"}


def _is_settled(context: Context, connection: Connection, list_name: str, keys: frozenset[str]) -> bool:
    """Tell whether what a list does not have (``keys`` are what it has) is not there: it is whole, and the query node is fresh."""
    fresh = any(one.source == QUERY_NODE and one.fresh for one in freshness_now(context, connection))
    return fresh and _is_whole(connection, list_name, keys)


def _make_sure(unknown: Sequence[str]) -> str:
    if not unknown:
        return ""
    return f" The desk does not know {' and '.join(unknown)}: make sure that the {'number is' if len(unknown) == 1 else 'numbers are'} right."


def _is_whole(connection: Connection, list_name: str, keys: frozenset[str]) -> bool:
    if list_known(connection, file_of(list_name)) is None:
        return False
    numbers = [int(key) for key in keys if key.isdigit()]
    return list_name != MEMBERS or (bool(numbers) and len(numbers) == max(numbers) + 1)
