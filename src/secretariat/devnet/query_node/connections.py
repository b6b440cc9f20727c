"""What is asked of connections, their edges and pages, and of searches, compiled."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphql import SelectionSetNode

from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.pages import Cursors, Page, page_of
from secretariat.devnet.query_node.selection import Give, Selection, sub_selections

Sets = Sequence[SelectionSetNode]
OfEdge = Callable[[Page, Row], Any]


def connection_of(selection: Selection, kind: str, sets: Sets) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Compile what is asked of a connection: from its arguments to its value."""
    cursors = Cursors(selection.model.entities[kind])
    pairs: list[tuple[str, Give]] = []
    for key, nodes in selection.fields(f"{kind}Connection", sets).items():
        below = sub_selections(nodes)
        match nodes[0].name.value:
            case "totalCount":
                pairs.append((key, _total))
            case "pageInfo":
                pairs.append((key, _page_info(selection, cursors, below)))
            case "edges":
                pairs.append((key, _edges(selection, kind, cursors, below)))
            case _:
                pairs.append((key, _named(f"{kind}Connection")))

    def give(arguments: Mapping[str, Any]) -> dict[str, Any]:
        page = page_of(selection.store, kind, arguments)
        return {key: part(page) for key, part in pairs}

    return give


def _total(page: Page) -> int:
    return page.total


def _named(name: str) -> Give:
    return lambda _: name


def _edges(selection: Selection, kind: str, cursors: Cursors, sets: Sets) -> Give:
    fields = selection.fields(f"{kind}Edge", sets).items()
    pairs = [
        (key, _of_edge(selection, kind, cursors, nodes[0].name.value, sub_selections(nodes))) for key, nodes in fields
    ]
    return lambda page: [{key: give(page, row) for key, give in pairs} for row in page.rows]


def _of_edge(selection: Selection, kind: str, cursors: Cursors, name: str, sets: Sets) -> OfEdge:
    if name == "node":
        node = selection.entity(kind, sets)
        return lambda _, row: node(row)
    if name == "cursor":
        return lambda page, row: cursors.written(page.order, row)
    return lambda _page, _row: f"{kind}Edge"


def _page_info(selection: Selection, cursors: Cursors, sets: Sets) -> Give:
    ways: dict[str, Give] = {
        "hasNextPage": lambda page: page.more_after,
        "hasPreviousPage": lambda page: page.more_before,
        "startCursor": lambda page: cursors.written(page.order, page.rows[0]) if page.rows else None,
        "endCursor": lambda page: cursors.written(page.order, page.rows[-1]) if page.rows else None,
        "__typename": _named("PageInfo"),
    }
    pairs = [(key, ways[nodes[0].name.value]) for key, nodes in selection.fields("PageInfo", sets).items()]
    return lambda page: {key: give(page) for key, give in pairs}


def search_of(selection: Selection, output: str, kind: str, sets: Sets) -> Give:
    """Compile what is asked of a search's results; ``output`` is the name of their type."""
    pairs: list[tuple[str, Give]] = []
    for key, nodes in selection.fields(output, sets).items():
        name = nodes[0].name.value
        if name == "item":
            pairs.append((key, _item(selection.entity(kind, sub_selections(nodes)))))
        else:
            pairs.append((key, _named(output) if name == "__typename" else _told(name)))
    return lambda results: [{key: give(found) for key, give in pairs} for found in results]


def _item(give: Give) -> Give:
    return lambda found: give(found["item"])


def _told(name: str) -> Give:
    return lambda found: found[name]
