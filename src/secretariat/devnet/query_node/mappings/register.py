"""All mappings by the name of the event, ``Pallet.Variant``; events that have none are not seen."""

import functools

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import (
    content,
    council,
    forum,
    groups,
    hiring,
    members,
    proposals,
    referendum,
)
from secretariat.devnet.query_node.mappings.group_names import GROUPS
from secretariat.devnet.query_node.mappings.values import Mapping
from secretariat.devnet.query_node.store import Store


def all_mappings() -> dict[str, Mapping]:
    """Join the mappings of all themes; those of groups stand there once for each group."""
    found: dict[str, Mapping] = {}
    for theme in (council, referendum, proposals, forum, members, groups, content):
        found.update(theme.MAPPINGS)
    for pallet, group in GROUPS.items():
        for name, mapping in {**groups.GROUP_MAPPINGS, **hiring.GROUP_MAPPINGS}.items():
            found[f"{pallet}.{name}"] = functools.partial(_of_group, mapping, group)
    return found


def _of_group(mapping: groups.GroupMapping, group: str, store: Store, event: Event) -> None:
    mapping(store, event, group)
