"""All tables of one query node, and the ways in which mappings write into them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from secretariat.devnet.query_node.declared import Model
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.tables import EventRows, Rows, Table

NETWORK = "OLYMPIA"
"""Even on the main network: the mappings never learnt another name."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def hydra_id(number: int) -> str:
    """Write an entity's number as Hydra does: eight characters, base 36."""
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text.rjust(8, "0")


class Store:
    """The tables by their entity's name, and the moment at which the mappings are.

    ``block`` is the block being processed and ``milliseconds`` its time; what is made or changed is stamped with it.
    ``every_event`` holds the rows of all events. ``newest`` is what mappings remember by name: the current round,
    the stage, and the like. ``extrinsic_hash`` gives the hash of a block's extrinsic by its index, where it is known.
    """

    def __init__(
        self,
        model: Model,
        tables: Mapping[str, Rows] | None = None,
        extrinsic_hash: Callable[[int, int], str] | None = None,
    ) -> None:
        self.model = model
        self.tables: dict[str, Rows] = {name: Table(entity) for name, entity in model.entities.items()}
        self.tables.update(tables or {})
        self.every_event = EventRows(next(one for one in model.entities.values() if one.is_event))
        self.block = 0
        self.milliseconds = 0
        self.newest: dict[str, Any] = {}
        self._extrinsic_hash = extrinsic_hash
        self._numbers: dict[str, int] = {}

    def __getitem__(self, kind: str) -> Rows:
        return self.tables[kind]

    def add(self, kind: str, key: str | None = None, **values: Any) -> Row:
        """Make a row; without a key it gets the next number of its kind."""
        if key is None:
            number = self._numbers.get(kind, 0)
            self._numbers[kind] = number + 1
            key = hydra_id(number)
        row = {"id": key, "createdAt": self.milliseconds, **values}
        self.tables[kind].add(row)
        return row

    def add_event(self, kind: str, index: int, extrinsic: int | None, values: Row) -> Row:
        """Make the row of an event of the present block; its extrinsic's hash is worked out when it is asked for."""
        row = {
            "id": f"{NETWORK}-{self.block}-{index}",
            "createdAt": self.milliseconds,
            "type": kind,
            "inBlock": self.block,
            "indexInBlock": index,
            **values,
        }
        if extrinsic is not None and self._extrinsic_hash is not None:
            row["inExtrinsic"] = partial(self._extrinsic_hash, self.block, extrinsic)
        self.tables[kind].add(row)
        self.every_event.add(row)
        return row

    def change(self, kind: str, row: Row, **values: Any) -> None:
        """Change a row, its version and the moment of its last change."""
        stamped = {**values, "updatedAt": self.milliseconds, "version": row.get("version", 1) + 1}
        self.tables[kind].change(row, stamped)

    def remove(self, kind: str, row: Row) -> None:
        """Take a row away."""
        self.tables[kind].remove(row)

    def row(self, kind: str, key: str) -> Row:
        """Give a row that must be there. Raises LookupError: the mappings met what they do not know."""
        found = self.tables[kind].get(key)
        if found is None:
            raise LookupError(f"block {self.block}: there is no {kind} {key}")
        return found
