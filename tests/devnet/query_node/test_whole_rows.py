"""In the worlds of the named scenarios: every row has what the schema promises, and every key leads to a row."""

from functools import cache
from typing import Any

import pytest

from secretariat.devnet.query_node.declared import Entity, Field
from secretariat.devnet.query_node.growth.register import series_of
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.orders import order_of, reader
from secretariat.devnet.query_node.processor import Processor
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import SCENARIOS

MOST = 400
"""So many rows of a kind are looked at, spread over all of them."""

GONE = {"Video", "Channel"}
"""Rows that others still name when they are removed."""


@cache
def node_of(scenario: str) -> QueryNode:
    world = build(scenario)
    node = QueryNode(Processor(world.chain, series=series_of(world.series)))
    node.follow()
    assert node.trouble is None
    return node


def faults(node: QueryNode, entity: Entity, row: Any) -> list[str]:
    found = []
    for field in entity.fields.values():
        if field.kind in ("scalar", "scalars", "enum", "union", "one", "key"):
            value = reader(entity, field.name)(row)
            found += _faults_of(node, field, value, f"{entity.name} {row['id']}.{field.name}")
    return found


def _faults_of(node: QueryNode, field: Field, value: Any, place: str) -> list[str]:
    if value is None:
        return [f"{place} has no value"] if field.required else []
    model = node.processor.store.model
    if field.kind == "one" and field.type not in GONE and node.processor.store[field.type].get(value) is None:
        return [f"{place} leads to no {field.type} {value}"]
    if field.kind == "enum" and value not in model.enums[field.type]:
        return [f"{place} is {value}"]
    if field.kind == "union":
        if value["__typename"] not in model.unions[field.type]:
            return [f"{place} is {value['__typename']}"]
        member = model.members[value["__typename"]]
        return [
            one
            for part in member.fields.values()
            for one in _faults_of(
                node, part, value.get(f"{part.name}Id" if part.kind == "one" else part.name), f"{place}.{part.name}"
            )
        ]
    if field.kind in ("scalar", "key"):
        kinds: dict[str, Any] = {"Int": int, "BigInt": int, "DateTime": int, "Boolean": bool, "Float": float | int}
        wanted = kinds.get(field.type, bytes if field.type == "Bytes" else str)
        return [] if isinstance(value, wanted) else [f"{place} is {value!r}"]
    return []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_row_is_whole_and_every_key_leads_somewhere(scenario: str) -> None:
    node = node_of(scenario)
    for name, rows in node.processor.store.tables.items():
        made = rows.ordered(order_of(rows.entity, ("createdAt_ASC",)))
        for at in range(0, len(made), max(1, len(made) // MOST)):
            assert faults(node, rows.entity, made[at]) == [], name


def test_the_worlds_show_most_of_what_there_is() -> None:
    """What no scenario has is not looked at above: it must be the smaller part."""
    tables = node_of(SCENARIOS[0]).processor.store.tables
    shown = {
        name for scenario in SCENARIOS for name, rows in node_of(scenario).processor.store.tables.items() if len(rows)
    }
    assert len(shown) > len(tables) / 2
