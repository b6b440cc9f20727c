"""Full-text search: every word asked for begins a word of the text; nothing is told of stems or ranks."""

import re
from collections.abc import Mapping
from typing import Any

from secretariat.devnet.query_node.pages import matching
from secretariat.devnet.query_node.store import Store

_WORD = re.compile(r"\w+")


def search(store: Store, kind: str, field: str, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Find rows of an entity by a text, the best first: those of which a greater part was asked for."""
    asked = [word.lower() for word in _WORD.findall(arguments["text"])]
    found = []
    for row in matching(store, kind, arguments.get(f"where{kind}")) if asked else ():
        words = [word.lower() for word in _WORD.findall(row[field])]
        met = {word for word in words if any(word.startswith(one) for one in asked)}
        if all(any(word.startswith(one) for word in met) for one in asked):
            rank = round(len(met) / (len(words) + 1), 6)
            found.append({"item": row, "rank": rank, "isTypeOf": kind, "highlight": row[field]})
    found.sort(key=lambda one: (-one["rank"], one["item"]["id"]))
    start = arguments.get("skip") or 0
    limit = arguments.get("limit")
    return found[start : len(found) if limit is None else start + limit]
