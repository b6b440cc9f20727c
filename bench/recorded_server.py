"""A server that answers like a node and a query node once, and from its memory ever after: python -m bench.recorded_server.

It prints its address and serves until its input ends. What it answered can be asked for again in the same order: GET
gives the bodies of all different requests to the query node so far; GET /asked how many requests came in all.
"""

import base64
import json
import sys
from pathlib import Path

from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata
from tests.practice.world import settle
from tests.query_node.server import QueryNode, schema_of
from tests.wire.fault_proxy import Answer, Asked, FaultProxy

from bench.invented_rows import BLOCKS, BORN, YEARS, invented_rows, rows_of

AFTER = 1_000
"""The chain has come so many blocks further than the newest row."""


class Recorded:
    """Answers of an upstream, each worked out once."""

    def __init__(self, upstream: QueryNode) -> None:
        self.upstream = upstream
        self.answers: dict[bytes, Answer] = {}
        self.asked = 0

    def __call__(self, asked: Asked) -> Answer:
        """Answer a page from memory, or work it out and keep it."""
        if asked.path == "/asked":
            return Answer(body=str(self.asked).encode())
        if asked.method == "GET":
            bodies = [base64.b64encode(body).decode() for body in self.answers]
            return Answer(body=json.dumps(bodies).encode())
        self.asked += 1
        if asked.body not in self.answers:
            self.answers[asked.body] = self.upstream(asked)
        return self.answers[asked.body]


def main() -> None:
    """Serve until standard input ends."""
    world = invented_rows(schema_of(Path(sys.argv[1])), seed=int(sys.argv[2]))
    height = BLOCKS + AFTER
    born = int((BORN + YEARS).timestamp() * 1000) - BLOCKS * 6_000
    with (
        PracticeNode(practice_metadata(), first=height, born=born) as node,
        FaultProxy(Recorded(QueryNode(schema_of(Path(sys.argv[1])), world))) as query_node,
    ):
        settle(node)
        told = {"node": node.url, "query_node": f"{query_node.url}/graphql", "rows": rows_of(world)}
        print(json.dumps(told), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
