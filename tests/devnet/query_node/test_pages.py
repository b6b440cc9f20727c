"""Connections: pages, cursors and counts, also while rows come and go."""

import base64
import itertools
import json
from typing import Any

import pytest

from tests.devnet.query_node.history import History, account

PAGE = """query($first: Int, $after: String, $last: Int, $before: String, $order: [RequestFundedEventOrderByInput!],
    $where: RequestFundedEventWhereInput) {
    requestFundedEventsConnection(first: $first, after: $after, last: $last, before: $before, orderBy: $order, where: $where) {
    totalCount edges { cursor node { id amount } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
COUNT = 130
ORDERS: tuple[list[str], ...] = (
    ["createdAt_ASC"],
    ["createdAt_DESC"],
    ["inBlock_ASC", "indexInBlock_ASC"],
    ["inBlock_DESC", "indexInBlock_ASC"],
    ["amount_DESC"],
    ["account_ASC", "amount_DESC"],
    ["updatedAt_DESC"],
    [],
)


def payments() -> History:
    """Make 130 payments, ten to a block, with few different amounts."""
    history = History()
    for block in range(COUNT // 10):
        told = [("Council.RequestFunded", account(number % 3), block * number % 7) for number in range(10)]
        history.at(block + 1, *told)
    return history


def page(history: History, **asked: Any) -> Any:
    return history.ask(PAGE, **asked)["requestFundedEventsConnection"]


def walked(history: History, size: int, order: list[str], **asked: Any) -> list[str]:
    found: list[str] = []
    after: dict[str, str] = {}
    while True:
        one = page(history, first=size, order=order, **asked, **after)
        found += [edge["node"]["id"] for edge in one["edges"]]
        assert one["pageInfo"]["endCursor"] == (one["edges"][-1]["cursor"] if one["edges"] else None)
        if not one["pageInfo"]["hasNextPage"]:
            return found
        after = {"after": one["pageInfo"]["endCursor"]}


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
@pytest.mark.parametrize("size", [7, 130])
def test_pages_give_every_row_once_in_the_order_of_the_list(order: list[str], size: int) -> None:
    history = payments()
    listed = history.ask(
        "query($order: [RequestFundedEventOrderByInput!]) { requestFundedEvents(orderBy: $order, limit: 1000) { id } }",
        order=order,
    )
    assert walked(history, size, order) == [row["id"] for row in listed["requestFundedEvents"]]
    assert len({*walked(history, size, order)}) == COUNT


def test_fifty_come_where_no_number_is_asked_for_and_nothing_says_so_but_the_page() -> None:
    history = payments()
    assert len(history.ask("{ requestFundedEvents { id } }")["requestFundedEvents"]) == 50
    assert len(history.ask("{ requestFundedEvents(limit: null) { id } }")["requestFundedEvents"]) == COUNT
    one = page(history)
    assert (len(one["edges"]), one["totalCount"], one["pageInfo"]["hasNextPage"]) == (50, COUNT, True)
    assert len(page(history, first=100_000)["edges"]) == COUNT


def test_the_count_is_of_the_filter_and_not_of_the_page() -> None:
    one = page(payments(), first=1, where={"inBlock_lte": 4, "amount_gt": "0"})
    expected = sum(block * number % 7 > 0 for block, number in itertools.product(range(4), range(10)))
    assert (one["totalCount"], len(one["edges"])) == (expected, 1)


def test_backwards_from_a_cursor() -> None:
    history = payments()
    order = ["inBlock_ASC", "indexInBlock_ASC"]
    forward = page(history, first=20, order=order)
    cursor = forward["edges"][15]["cursor"]
    back = page(history, last=5, before=cursor, order=order)
    assert [edge["node"]["id"] for edge in back["edges"]] == [edge["node"]["id"] for edge in forward["edges"][10:15]]
    assert back["pageInfo"]["hasPreviousPage"]
    assert back["pageInfo"]["hasNextPage"]
    between = page(history, after=forward["edges"][3]["cursor"], before=cursor, order=order)
    assert len(between["edges"]) == 11


def test_a_cursor_holds_while_rows_are_added_and_its_own_row_is_gone() -> None:
    history = payments()
    for order in (["createdAt_ASC"], ["amount_DESC"]):
        first = page(history, first=10, order=order)
        seen = {edge["node"]["id"] for edge in first["edges"]}
        history.at(history.chain.now + 1, *(("Council.RequestFunded", account(1), number) for number in range(7)))
        rest = set(_after(history, order, first))
        assert not rest & seen
    table = history.node.processor.store["RequestFundedEvent"]
    first = page(history, first=10, order=["createdAt_ASC"])
    gone = table.get(first["edges"][-1]["node"]["id"])
    assert gone is not None
    table.remove(gone)
    following = page(history, first=1, after=first["pageInfo"]["endCursor"], order=["createdAt_ASC"])
    assert following["edges"][0]["node"]["id"] == "OLYMPIA-2-0"


def _after(history: History, order: list[str], first: Any) -> list[str]:
    rest: list[str] = []
    cursor = first["pageInfo"]["endCursor"]
    while cursor:
        one = page(history, first=9, order=order, after=cursor)
        rest += [edge["node"]["id"] for edge in one["edges"]]
        cursor = one["pageInfo"]["endCursor"] if one["pageInfo"]["hasNextPage"] else None
    return rest


def test_a_cursor_of_another_order_is_refused() -> None:
    history = payments()
    cursor = page(history, first=1, order=["createdAt_ASC"])["pageInfo"]["endCursor"]
    status, message = history.refused(PAGE, after=cursor, order=["amount_ASC"])
    assert status == 200
    assert "order" in message


def test_rows_added_after_a_list_was_sorted_take_their_places() -> None:
    history = History().members(1)
    for block, amount in enumerate((5, 1, 9, 3), 1):
        history.at(block, ("Council.RequestFunded", account(1), amount))
        rows = history.ask("{ requestFundedEvents(orderBy: [amount_ASC]) { amount } }")["requestFundedEvents"]
        amounts = [int(row["amount"]) for row in rows]
        assert amounts == sorted(amounts)
        assert len(amounts) == block


def test_a_list_is_sorted_anew_when_what_it_is_sorted_by_changes() -> None:
    history = History()
    query = "{ workingGroups(orderBy: [budget_DESC], limit: 1) { id budget } }"
    for block, group in enumerate(("App", "Forum", "Storage"), 1):
        history.ask(query)
        history.at(block, (f"{group}WorkingGroup.BudgetSet", block * 10))
        assert history.ask(query)["workingGroups"][0]["budget"] == str(block * 10)
    history.at(9, ("StorageWorkingGroup.BudgetSet", 0))
    assert history.ask(query)["workingGroups"][0]["id"] == "forumWorkingGroup"


@pytest.mark.parametrize(
    "parts",
    [
        [["amount", "ASC", "many"], ["id", "ASC", "1"]],
        [["createdAt", "ASC", 5], ["id", "ASC", "1"]],
        [["inBlock", "ASC", "5"], ["id", "ASC", "1"]],
        [["inBlock", "ASC", 5], ["id", "ASC", 1]],
        [["inBlock", "ASC", 5]],
        ["inBlock"],
        5,
    ],
)
def test_a_cursor_that_was_made_up_is_refused(parts: Any) -> None:
    order = [f"{parts[0][0]}_ASC"] if isinstance(parts, list) and isinstance(parts[0], list) else ["inBlock_ASC"]
    cursor = base64.b64encode(json.dumps(parts).encode()).decode()
    status, message = payments().refused(PAGE, after=cursor, order=order)
    assert status == 200
    assert "cursor" in message
