"""What a run will ask the query node for, as far as it is known before: so that it comes in few requests."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.flow.sync.lists import Run
from secretariat.flow.sync.lists import planned as planned_of
from secretariat.flow.sync.members import ALL_UP_TO
from secretariat.flow.sync.members import NAME as MEMBERS
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.complete import total_of
from secretariat.sources.query_node.lists import BY_NAME, Listed
from secretariat.sources.query_node.pages import variables
from secretariat.sources.query_node.shapes import file_of
from secretariat.sources.query_node.together import Query, apart, grouped, together
from secretariat.sources.query_node.updating import counting
from secretariat.store import live
from secretariat.store.engine import reading
from secretariat.store.facts import known_problems, load_record


def planned(run: Run, lists: Sequence[Listed]) -> list[Query]:
    """Give the queries that the lists of a run begin with, in the order in which they are read.

    The rows of lists that were never read are counted first; where that fails each counts as a full page.
    """
    with reading(run.context.engine) as connection:
        known = live.lists_known(connection)
    totals = _totals(run, [one for one in lists if file_of(one.name) not in known])
    with reading(run.context.engine) as connection:
        found = [
            query
            for one in lists
            if one.name != MEMBERS
            for query in planned_of(connection, run, one, totals.get(one.name, run.size))
        ]
        found += _of_members(connection, run, totals)
        return found if growth_is_known(connection, run) else [*found, *growth.asked_first(run.head, run.size)]


def growth_is_known(connection: Connection, run: Run) -> bool:
    """Tell whether the totals of the head's day were read whole already: one record a day is kept."""
    day = moment_of_milliseconds(run.head.milliseconds)[:10]
    path = file_of(growth.NAME)
    found = load_record(connection, path, GrowthTotals.KIND, day)
    return found is not None and not run.full and not known_problems(connection, path)


def _of_members(connection: Connection, run: Run, totals: Mapping[str, int]) -> list[Query]:
    """Plan the count of members, and their list: of a large network the members of the council alone."""
    listed = BY_NAME[MEMBERS]
    before = live.list_known(connection, file_of(MEMBERS))
    total = totals.get(MEMBERS, 0) if before is None else 0
    if (before is not None and before.newest_cursor is None) or total > ALL_UP_TO:
        asked = variables(listed, run.head, run.size, None, {"open": listed.open})
        return [counting(listed, run.head), Query(document=listed.document, variables=asked, rows=0)]
    return [counting(listed, run.head), *planned_of(connection, run, listed, total or run.size)]


def _totals(run: Run, lists: Sequence[Listed]) -> dict[str, int]:
    """Ask how many rows lists have, in as few requests as their words allow; nothing where that fails."""
    queries = [counting(one, run.head) for one in lists]
    found: dict[str, int] = {}
    for group in grouped(queries, run.size):
        try:
            answers = apart(run.ask(*together(group)))
        except SecretariatError:
            return {}
        for number in group:
            total = total_of(answers.get(number), lists[number].connection)
            if isinstance(total, int):
                found[lists[number].name] = total
    return found
