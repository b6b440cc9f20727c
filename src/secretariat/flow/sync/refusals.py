"""Lists that the query node did not give whole: what is kept of it in the store, and what a person is told once."""

from collections.abc import Sequence

from sqlalchemy import Connection

from secretariat.facts.problems import Problem, problem
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.sync.result import ListDone
from secretariat.sources.query_node.refused import AGAIN, ASK_LESS, KEPT, ListIncomplete, RowWithoutId
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems
from secretariat.store.live_rows import put_problems

PATH = f"{QUERY_NODE}/refused"


def write_refusals(context: Context, lists: Sequence[ListDone], refused: Sequence[ListIncomplete], height: int) -> None:
    """Keep a problem for each list of the query node that was refused, in the place of those of the run before.

    ``refused`` says more of those that did not come whole.
    """
    incomplete = {file_of(one.name): one for one in refused}
    problems = sorted(
        (_problem(one, incomplete.get(one.name), height) for one in lists if _is_refused(one)), key=lambda one: one.id
    )
    with reading(context.engine) as connection:
        before = known_problems(connection, PATH)
    if sorted(before, key=lambda one: one.id) != problems:
        with writing(context.engine) as connection:
            put_problems(connection, PATH, QUERY_NODE, problems)


def refused_now(connection: Connection) -> tuple[Problem, ...]:
    """Give the problems of the lists that the last sync refused."""
    return known_problems(connection, PATH)


def _is_refused(one: ListDone) -> bool:
    return one.way == "refused" and one.name.startswith(f"{QUERY_NODE}/")


def _problem(one: ListDone, incomplete: ListIncomplete | None, height: int) -> Problem:
    """Give the refusal of a list as a problem of it."""
    if isinstance(incomplete, RowWithoutId):
        return incomplete.as_problem(one.name, height)
    name = one.name.removeprefix(f"{QUERY_NODE}/")
    return problem(
        "list-refused",
        file=one.name,
        line=height,
        subject=f"list {name}",
        what=f"The list {name} was refused: {incomplete.told if incomplete else one.refused} Its last good rows stay.",
        repair=incomplete.advice.removeprefix(KEPT) if incomplete else f"{AGAIN}{ASK_LESS}",
        refused=True,
    )


def notes_on(refused: Sequence[ListIncomplete], lists: Sequence[ListDone]) -> list[str]:
    """Say what to do about refused lists, once for all to which the same applies, and about a server that cuts answers."""
    by_advice: dict[str, list[str]] = {}
    for one in refused:
        by_advice.setdefault(one.advice, []).append(one.name)
    notes = [f"{', '.join(names)}: {advice}" for advice, names in by_advice.items()]
    cut = [one for one in lists if one.cut]
    if cut:
        rows = min(one.cut for one in cut)
        notes.append(
            f"The query node gives no more than {rows:,} rows at once and says that these are all; "
            f"{'a list was' if len(cut) == 1 else f'{len(cut)} lists were'} read in smaller pages. "
            f"Set [query_node] page_size = {rows} so that a sync takes fewer requests."
        )
    return notes
