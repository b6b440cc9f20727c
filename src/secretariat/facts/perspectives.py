"""Perspectives: the rows a view shows of its table, worked out exactly."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from secretariat.facts.aggregates import UNKNOWN_COUNTED, folded, folded_unit
from secretariat.facts.amounts import tokens
from secretariat.facts.tables import COUNT, Built, Heading, Value
from secretariat.facts.views import Chart, View, ViewError, Wanted, nearest

Row = tuple[Value, ...]
_NUMBERS = ("integer", "amount", "decimal")


@dataclass(frozen=True, kw_only=True, slots=True)
class Perspective:
    """A view and the rows it shows."""

    view: View
    built: Built


def perspectives(views: Iterable[View], builts: Iterable[Built]) -> tuple[Perspective, ...]:
    """Apply each view to its table. Raises ViewError when a table or column is unknown or a name is taken twice."""
    by_name = {built.name: built for built in builts}
    found: dict[str, Perspective] = {}
    for view in views:
        try:
            found[view.name] = _perspective(view, by_name, found)
        except ViewError as error:
            raise ViewError(f"{view.file}: {error}" if view.file else str(error)) from error
    return tuple(found.values())


def _perspective(view: View, by_name: Mapping[str, Built], found: Mapping[str, Perspective]) -> Perspective:
    about = f'view "{view.name}"'
    if view.name in found:
        other = found[view.name].view.file
        where = f" ({other})" if other else ""
        raise ViewError(f"{about}: there is another view of this name{where}; give each its own.")
    if view.name in by_name:
        raise ViewError(f"{about}: a table has this name; give the view one of its own.")
    if view.table not in by_name:
        raise ViewError(f'{about}: there is no table "{view.table}"; {nearest(view.table, by_name)}.')
    return Perspective(view=view, built=apply(view, by_name[view.table]))


def apply(view: View, built: Built) -> Built:
    """Work out a view's rows: filter, group, order, limit, then choose columns.

    Sums are exact; a group's figure is worked out over its known cells, and ``<column>_unknown`` counts the others.
    Raises ViewError for a column that is not there (naming the nearest) or cannot be used in that way.
    """
    about = f'view "{view.name}"'
    shown = filtered(about, built, view.where)
    required = [_place(about, "known", column, shown.headings) for column in view.known]
    if required:
        shown = replace(shown, rows=tuple(row for row in shown.rows if all(row[at] is not None for at in required)))
    if view.group_by or view.aggregates:
        shown = _grouped(about, view, shown)
    rows = list(shown.rows)
    for column, descending in reversed(view.order):
        place = _place(about, "order", column, shown.headings)
        known = [row for row in rows if row[place] is not None]
        known.sort(key=lambda row: _sortable(row[place]), reverse=descending)
        rows = known + [row for row in rows if row[place] is None]
    names = view.columns or tuple(heading.name for heading in shown.headings)
    shown = replace(
        shown, name=view.name, title=view.title, description=view.description, rows=tuple(rows[: view.limit])
    )
    found = chosen(about, shown, names)
    if view.chart is not None:
        _check_chart(f"{about}, chart", view.chart, found.headings)
    return found


def chosen(about: str, built: Built, columns: Sequence[str]) -> Built:
    """Choose columns, in this order. Raises ViewError, whose message ``about`` begins, for one that is not there."""
    places = [_place(about, "columns", column, built.headings) for column in columns]
    return replace(
        built,
        headings=tuple(built.headings[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in built.rows),
    )


def filtered(about: str, built: Built, where: Sequence[tuple[str, Sequence[Wanted]]]) -> Built:
    """Keep the rows whose column has one of the wanted values, for every column named.

    Amounts are asked for in tokens; an empty text asks for cells that are not known. ``about`` begins the message of
    the ViewError that is raised for an unknown column or for a value the column cannot have.
    """
    rows: Iterable[Row] = built.rows
    for column, wanted in where:
        place = _place(about, "where", column, built.headings)
        values = frozenset(_as_held(about, built.headings[place], each) for each in wanted)
        rows = [row for row in rows if row[place] in values]
    return replace(built, rows=tuple(rows))


def _place(about: str, key: str, column: str, headings: Sequence[Heading]) -> int:
    """Find a column. Raises ViewError naming the nearest one."""
    names = [heading.name for heading in headings]
    if column not in names:
        raise ViewError(f'{about}: "{key}" names the column "{column}", which is not there; {nearest(column, names)}.')
    return names.index(column)


def _as_held(about: str, heading: Heading, wanted: Wanted) -> Value:
    """Turn a wanted value into what a cell of the column holds. Raises ViewError when the column cannot hold it."""
    if wanted == "" and isinstance(wanted, str):
        return None
    try:
        return _READERS[heading.unit.type](wanted)
    except (ValueError, InvalidOperation, OverflowError) as error:
        kind = f"{heading.unit.type} ({heading.unit.name})"
        raise ViewError(f'{about}: the column "{heading.name}" is {kind} and cannot be {wanted!r}.') from error


def _read_text(wanted: Wanted) -> Value:
    if isinstance(wanted, bool):
        raise ValueError("a text is not true or false")  # noqa: TRY004 -- all readers raise the same
    return str(wanted)


def _read_integer(wanted: Wanted) -> Value:
    number = _read_decimal(wanted)
    if number != number.to_integral_value():
        raise ValueError("not a whole number")
    return int(number)


def _read_amount(wanted: Wanted) -> Value:
    return tokens(_read_decimal(wanted))


def _read_decimal(wanted: Wanted) -> Decimal:
    if isinstance(wanted, bool):
        raise ValueError("a number is not true or false")  # noqa: TRY004 -- all readers raise the same
    number = Decimal(wanted)
    if not number.is_finite() or abs(number.adjusted()) > 1000:
        raise ValueError("not a finite number")
    return number


def _read_boolean(wanted: Wanted) -> Value:
    words = {"true": True, "yes": True, "false": False, "no": False}
    text = str(wanted).lower()
    if text not in words:
        raise ValueError("neither true nor false")
    return words[text]


_READERS: dict[str, Callable[[Wanted], Value]] = {
    "text": _read_text,
    "moment": _read_text,
    "integer": _read_integer,
    "amount": _read_amount,
    "decimal": _read_decimal,
    "boolean": _read_boolean,
}


def _sortable(value: Value) -> tuple[Decimal | int, str]:
    """Order texts by their letters without regard to case, numbers by size."""
    if isinstance(value, str):
        return (0, value.casefold() + "\0" + value)
    return (value or 0, "")


def _grouped(about: str, view: View, built: Built) -> Built:
    """Fold rows into one per group, groups in the order in which they first appear."""
    keys = [_place(about, "group_by", column, built.headings) for column in view.group_by]
    folds = [(_place(about, "aggregates", column, built.headings), how) for column, how in view.aggregates]
    groups: dict[Row, list[Row]] = {} if keys else {(): []}
    for row in built.rows:
        groups.setdefault(tuple(row[place] for place in keys), []).append(row)
    headings = [built.headings[place] for place in keys]
    headings.append(
        _counting(built, built.headings[0], "rows", f"How many rows of the table {built.name} are in the group.")
    )
    counted: list[int] = []
    for place, how in folds:
        heading = built.headings[place]
        unit = folded_unit(heading.unit, how)
        if unit is None:
            raise ViewError(f'{about}: the column "{heading.name}" is {heading.unit.type} and has no {how}.')
        meaning = f"{how.capitalize()} over the group's known cells of {heading.name}: {heading.description}"
        headings.append(
            replace(heading, name=f"{heading.name}_{how}", unit=unit, description=meaning, source=_origin(built))
        )
        if how in UNKNOWN_COUNTED and place not in counted:
            counted.append(place)
    for place in counted:
        heading = built.headings[place]
        meaning = f"How many rows of the group have no known {heading.name}."
        headings.append(_counting(built, heading, f"{heading.name}_unknown", meaning))
    names = [heading.name for heading in headings]
    repeated = next((name for name in names if names.count(name) > 1), None)
    if repeated is not None:
        raise ViewError(f'{about}: two of its columns would be called "{repeated}".')
    rows = []
    for key, members in groups.items():
        figures = [folded([row[place] for row in members], built.headings[place].unit, how) for place, how in folds]
        unknown = [sum(row[place] is None for row in members) for place in counted]
        rows.append((*key, len(members), *figures, *unknown))
    return replace(built, headings=tuple(headings), rows=tuple(rows))


def _counting(built: Built, like: Heading, name: str, description: str) -> Heading:
    """Describe a column that counts rows, for the readers of the column it is ``like``."""
    return Heading(name=name, description=description, unit=COUNT, source=_origin(built), audience=like.audience)


def _origin(built: Built) -> str:
    return f"worked out from the table {built.name}, where each row names its source"


def _check_chart(about: str, chart: Chart, headings: Sequence[Heading]) -> None:
    """Raise ViewError when a chart names no column or a column that cannot be drawn so."""
    for key, columns in (("x", chart.x), ("y", chart.y), ("split_by", (chart.split_by,) if chart.split_by else ())):
        for column in columns:
            _place(about, key, column, headings)
    by_name = {heading.name: heading for heading in headings}
    drawn = [*chart.y, *(chart.x if chart.kind == "scatter" else ())]
    for column in drawn:
        if by_name[column].unit.type not in _NUMBERS:
            raise ViewError(f'{about}: the column "{column}" is {by_name[column].unit.type}, not a number to draw.')
    if chart.kind == "scatter" and len(chart.x) != 1:
        raise ViewError(f'{about}: a scatter chart needs exactly one column in "x".')
    units = sorted({by_name[column].unit.name for column in chart.y})
    if len(units) > 1:
        raise ViewError(f'{about}: one axis has one unit, but "y" has {" and ".join(units)}; make a view for each.')
