"""Views: saved perspectives on published tables, read from a mapping and checked key by key."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, cast, get_args

from secretariat.errors import SecretariatError

How = Literal["sum", "mean", "min", "max", "count", "last"]
ChartKind = Literal["line", "bar", "stacked-bar", "area", "scatter"]
Wanted = str | int | Decimal | bool
"""What a filter may ask for. An empty text asks for cells that are not known."""

HOWS: tuple[How, ...] = get_args(How)
CHART_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME_LENGTH = 60


class ViewError(SecretariatError):
    """A view that cannot be read or does not fit its table. The message names the view, the key and what is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """How to draw a view's rows.

    ``x`` names the columns whose texts together label a place on the axis. ``y`` names the figures drawn, all in one
    unit. ``split_by`` names a column whose every value becomes a series of its own, for each ``y``.
    """

    kind: ChartKind
    x: tuple[str, ...]
    y: tuple[str, ...]
    title: str
    split_by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """Which rows and columns of one table to show, in what order, and drawn how.

    ``where`` keeps the rows whose column has one of the wanted values, for every column named; ``known`` keeps those in
    which the columns named are known. ``group_by`` and ``aggregates`` fold rows into groups. ``order`` names columns,
    with True where the order is descending; rows whose figure is not known come last either way. ``headline`` says that the first row stands as the key figures on the
    overview. Its rows keep the table's order unless ``order`` says otherwise. ``file`` is where the view is saved; messages
    begin with it.
    """

    name: str
    title: str
    description: str
    table: str
    columns: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[Wanted, ...]], ...] = ()
    known: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()
    aggregates: tuple[tuple[str, How], ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    limit: int | None = None
    headline: bool = False
    chart: Chart | None = field(default=None)
    file: str = ""


_KEYS = (
    "name",
    "title",
    "description",
    "table",
    "columns",
    "where",
    "known",
    "group_by",
    "aggregates",
    "order",
    "limit",
    "headline",
    "chart",
)
_CHART_KEYS = ("kind", "x", "y", "title", "split_by")


def nearest(word: str, known: Iterable[str]) -> str:
    """End a complaint about an unknown word with the nearest known one, or say that there is none."""
    choices = sorted(known)
    found = difflib.get_close_matches(word, choices, n=1, cutoff=0.0)
    return f'the nearest known one is "{found[0]}"' if found else "none is known"


def view_of(mapping: Mapping[str, object]) -> View:
    """Read a view from the mapping a TOML file gives.

    Raises ViewError naming the key that is missing, unknown (with the nearest known one) or of the wrong kind. Whether
    its columns exist is checked when it is applied.
    """
    given = mapping.get("name")
    about = f'view "{given}"' if isinstance(given, str) else "a view without a name"
    _known_keys(about, mapping, _KEYS)
    name = _text(about, mapping, "name")
    if not _NAME.fullmatch(name) or len(name) > _NAME_LENGTH:
        raise ViewError(
            f"{about}: name must be lower-case words joined by hyphens, at most {_NAME_LENGTH} signs: "
            "it becomes a file and a sheet."
        )
    return View(
        name=name,
        title=_text(about, mapping, "title"),
        description=_text(about, mapping, "description"),
        table=_text(about, mapping, "table"),
        columns=_texts(about, mapping, "columns"),
        where=_where(about, mapping),
        known=_texts(about, mapping, "known"),
        group_by=_texts(about, mapping, "group_by"),
        aggregates=_aggregates(about, mapping),
        order=tuple((text.lstrip("-"), text.startswith("-")) for text in _texts(about, mapping, "order")),
        limit=_limit(about, mapping),
        headline=_flag(about, mapping, "headline"),
        chart=_chart(about, mapping, _text(about, mapping, "title")),
    )


def _known_keys(about: str, mapping: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Raise ViewError for the first key that is not known."""
    for key in mapping:
        if key not in known:
            raise ViewError(f'{about}: unknown key "{key}"; {nearest(str(key), known)}.')


def _text(about: str, mapping: Mapping[str, object], key: str) -> str:
    """Give the text a key must have."""
    value = mapping.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ViewError(f'{about}: "{key}" must be a text that is not empty, not {_said(value)}.')
    return value.strip()


def _texts(about: str, mapping: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Give the texts of a key that may be absent, one text or a list of texts."""
    value = mapping.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip("- ") for text in texts):
        raise ViewError(f'{about}: "{key}" must be a list of column names, not {_said(value)}.')
    found = tuple(cast("list[str]", texts))
    repeated = next((text for text in found if found.count(text) > 1), None)
    if repeated is not None:
        raise ViewError(f'{about}: "{key}" names "{repeated}" twice.')
    return found


def _table(about: str, mapping: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Give the table under a key that may be absent."""
    value = mapping.get(key, {})
    if not isinstance(value, Mapping):
        raise ViewError(f'{about}: "{key}" must be a table, not {_said(value)}.')
    return value


def _where(about: str, mapping: Mapping[str, object]) -> tuple[tuple[str, tuple[Wanted, ...]], ...]:
    """Read the filter: column and one wanted value or a list of them."""
    found: list[tuple[str, tuple[Wanted, ...]]] = []
    for column, value in _table(about, mapping, "where").items():
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(each, str | int | float | Decimal) for each in values):
            raise ViewError(
                f'{about}: "where.{column}" must be a text, a number, true or false, or a list of them, '
                f"not {_said(value)}."
            )
        wanted = tuple(Decimal(repr(each)) if isinstance(each, float) else cast("Wanted", each) for each in values)
        found.append((column, wanted))
    return tuple(found)


def _aggregates(about: str, mapping: Mapping[str, object]) -> tuple[tuple[str, How], ...]:
    """Read the aggregates: column and one way to fold it or a list of them."""
    found: list[tuple[str, How]] = []
    for column, value in _table(about, mapping, "aggregates").items():
        for how in value if isinstance(value, list) else [value]:
            if not isinstance(how, str):
                raise ViewError(f'{about}: "aggregates.{column}" must be a text, not {_said(how)}.')
            if how not in HOWS:
                raise ViewError(f'{about}: "aggregates.{column}" has no way "{how}"; {nearest(how, HOWS)}.')
            if (column, how) not in found:
                found.append((column, how))
    return tuple(found)


def _limit(about: str, mapping: Mapping[str, object]) -> int | None:
    """Read the number of rows to keep."""
    value = mapping.get("limit")
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ViewError(f'{about}: "limit" must be a whole number from 1, not {_said(value)}.')
    return value


def _flag(about: str, mapping: Mapping[str, object], key: str) -> bool:
    """Read a yes or no that is no when absent."""
    value = mapping.get(key, False)
    if not isinstance(value, bool):
        raise ViewError(f'{about}: "{key}" must be true or false, not {_said(value)}.')
    return value


def _chart(about: str, mapping: Mapping[str, object], title: str) -> Chart | None:
    """Read the chart, or None where the view has none; without a title of its own it has that of the view."""
    if "chart" not in mapping:
        return None
    about = f"{about}, chart"
    chart = _table(about, mapping, "chart")
    _known_keys(about, chart, _CHART_KEYS)
    kind, given = _text(about, chart, "kind"), chart["kind"]
    if kind not in CHART_KINDS or kind != given:  # as the schema has it: no blanks around it
        raise ViewError(f'{about}: there is no kind "{given}"; {nearest(kind, CHART_KINDS)}.')
    x, y = _texts(about, chart, "x"), _texts(about, chart, "y")
    for key, columns in (("x", x), ("y", y)):
        if not columns:
            raise ViewError(f'{about}: "{key}" must name at least one column.')
    split_by = _text(about, chart, "split_by") if "split_by" in chart else None
    return Chart(
        kind=kind,
        x=x,
        y=y,
        title=_text(about, chart, "title") if "title" in chart else title,
        split_by=split_by,
    )


def _said(value: object) -> str:
    """Write a wrong value short enough for a message."""
    if value is None:
        return "missing"
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
