"""Left out: lists of the query node that no figure is made from now, why, and what a person can do about each."""

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from secretariat.flow.context import Context
from secretariat.flow.lists_behind import lists_behind
from secretariat.flow.materialise import missing_lists
from secretariat.flow.rows_unplaced import BY_FILE, needing_care, rows_unplaced, told_unplaced
from secretariat.flow.sync.refusals import refused_now
from secretariat.sources.query_node.lists import BY_NAME

MEND = (
    "Each `secretariat sync` asks for it again. Else look it up and run `secretariat problems repair {id} VALUE --why TEXT`, or "
    "`secretariat problems dismiss {id} --why TEXT` to go on without it."
)
SYNC = "Run `secretariat sync` again; `secretariat doctor` says why it was refused, and what to do if it stays so."


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A list by name, why no figure is made from it, ``duties`` that conclude nothing from the query node if they look there, and what to do."""

    name: str
    why: str
    duties: tuple[str, ...]
    remedy: str

    def __str__(self) -> str:
        silent = f" Where they look at it, {', '.join(self.duties)} cannot tell what is due." if self.duties else ""
        return f"Figures are made without the list {self.name}: {self.why}.{silent}"


def left_out_now(context: Context, connection: Connection) -> tuple[LeftOut, ...]:
    """Give the lists that figures are made without now, by name: with a row that cannot be placed, or refused by the last sync.

    A list that is only behind while a sync goes through them is none.
    """
    unplaced = {one.name: one for one in _unplaced(context, connection)}
    found = {one.name: one for one in _refused(context, connection)} | unplaced
    return tuple(found[name] for name in sorted(found))


def _looking(context: Context, kinds: Collection[str]) -> tuple[str, ...]:
    """Name the duties that are on and look at one of these kinds."""
    # Importing all duties takes most of a second, and most syncs leave nothing out.
    from secretariat.duties.register import DUTIES
    from secretariat.flow.conclude import is_on

    on = [duty for duty in DUTIES if is_on(context, duty)]
    return tuple(duty.name for duty in on if any(each.kind in kinds for each in duty.watches))


def _unplaced(context: Context, connection: Connection) -> Iterator[LeftOut]:
    for name, problems in rows_unplaced(connection).items():
        duties = _looking(context, {BY_FILE[one.file].shape.kind for one in needing_care(problems)})
        why = f"a value cannot be read, {told_unplaced(problems)}"
        yield LeftOut(name=name, why=why, duties=duties, remedy=MEND.format(id=problems[0].id))


def _refused(context: Context, connection: Connection) -> Iterator[LeftOut]:
    """Give the lists that the last sync refused, and that are behind the others or were never read whole."""
    refused = {one.subject.removeprefix("list ") for one in refused_now(connection)}
    behind = lists_behind(connection) if refused else {}
    never = {one.fact.name for one in missing_lists(connection, {})} if refused else set()
    for name in refused & (behind.keys() | never):
        read = (
            f"it was read up to block {behind[name].height or 0:,}, others further"
            if name in behind
            else "it was never read whole"
        )
        duties = _looking(context, {BY_NAME[name].shape.kind} if name in BY_NAME else ())
        yield LeftOut(name=name, why=read, duties=duties, remedy=SYNC)


def as_json(left_out: tuple[LeftOut, ...]) -> list[dict[str, Any]]:
    """Give each with ``list``, ``why``, ``duties`` and ``remedy``."""
    return [
        {"list": one.name} | {key: value for key, value in asdict(one).items() if key != "name"} for one in left_out
    ]
