"""Lists that the query node did not give whole: what is kept of it in the store, and what a person is told once."""

from collections.abc import Sequence

from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.sync.result import ListDone
from secretariat.sources.query_node.refused import ListIncomplete, RowWithoutId
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems
from secretariat.store.live_rows import put_problems

PATH = f"{QUERY_NODE}/refused"


def write_refusals(context: Context, refused: Sequence[ListIncomplete], height: int) -> None:
    """Keep a problem for each list that a row without an id refused, in the place of those of the run before."""
    problems = [one.as_problem(file_of(one.name), height) for one in refused if isinstance(one, RowWithoutId)]
    with reading(context.engine) as connection:
        before = known_problems(connection, PATH)
    if [one.id for one in before] != [one.id for one in problems]:
        with writing(context.engine) as connection:
            put_problems(connection, PATH, QUERY_NODE, problems)


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
