"""Why a list is refused, and what a person can do about it."""

from dataclasses import dataclass

from secretariat.errors import SecretariatError
from secretariat.facts.problems import Problem, problem
from secretariat.facts.texts import quoted

TRIES = 3
"""A list that cannot be read whole is read again, twice."""

KEPT = "What was read before stays. "
AGAIN = "Run `secretariat sync` again; if it stays so, "
IN_SHORT = KEPT + AGAIN
ASK_LESS = "lower [query_node] page_size or give another address in [query_node] urls."


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """The rows that came at the last attempt, and ``totalCount`` with its first and its last page."""

    rows: int
    first_total: int | None
    last_total: int | None

    def __str__(self) -> str:
        if self.first_total is None:
            return f"{self.rows:,} rows came"
        totals = f"totalCount {self.first_total:,} at first, {self.last_total or 0:,} at last"
        return f"{self.rows:,} rows came ({totals})"


class ListIncomplete(SecretariatError):
    """A list could not be read whole. Nothing of it is used; what was read in earlier runs stays, with its age.

    ``told`` says what is wrong with this list, ``advice`` what to do, which is the same for many.
    """

    def __init__(self, name: str, why: str, counts: Counts, *, advice: str = IN_SHORT + ASK_LESS) -> None:
        told = f"The query node did not give the list {name} whole, asked {TRIES} times: {why}; {counts}."
        super().__init__(f"{told} {advice}")
        self.name = name
        self.why = why
        self.counts = counts
        self.told = told
        self.advice = advice


class RowWithoutId(ListIncomplete):
    """A row of a list names nothing, whenever it is asked for: the list would be short without a word."""

    def __init__(self, name: str, why: str, counts: Counts) -> None:
        super().__init__(name, f"row-without-id: {why}", counts, advice=IN_SHORT + _repair(name))

    def as_problem(self, file: str, height: int) -> Problem:
        """Give it as a problem of the list's document in the store."""
        return problem(
            "row-without-id",
            file=file,
            line=height,
            subject=f"list {self.name}",
            what=f"The list {self.name} was refused: {self.why.removeprefix('row-without-id: ')}. Its last good rows stay.",
            repair=AGAIN + _repair(self.name),
            refused=True,
        )


def _repair(name: str) -> str:
    return (
        "ask the operator of the query node, or give another address in [query_node] urls. To go on without such rows, "
        f'write without_rows_of = ["{name}"] into [query_node]: they are then missing in every figure.'
    )


def row_without_id(row: object, place: int, before: str | None) -> str:
    """Say which row of a list names nothing: the one in a place (from 1), after the row with the id ``before``."""
    after = "" if before is None else f", after the id {quoted(before)},"
    if row is None:
        return f"row {place:,}{after} is null"
    if not isinstance(row, dict):
        return f"row {place:,}{after} is no object"
    return f"row {place:,}{after} has no id that can be read"
