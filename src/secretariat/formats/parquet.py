"""Parquet: a table with exact decimals and its dictionary in the column metadata."""

import importlib.util
import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from secretariat.facts.amounts import TOKEN_DECIMALS
from secretariat.facts.tables import Built, Heading, Value
from secretariat.formats.cells import clean, exact_writer

if TYPE_CHECKING:
    import pyarrow as pa

HOW_TO_INSTALL = "pip install 'secretariat[lake]'"

_PLACES = TOKEN_DECIMALS
"""Decimal places of every decimal column, unless its data needs more."""

_INT64 = range(-(2**63), 2**63)
_NARROW, _WIDE = 38, 76
"""Digits of Parquet's two decimal types."""


def installed() -> bool:
    """Tell whether Parquet files can be written here."""
    return importlib.util.find_spec("pyarrow") is not None


def render(built: Built, notice: str = "") -> bytes:
    """Give the bytes of a table's Parquet file. Raises ImportError without the extra ``lake``.

    Amounts are ``decimal128(38, 10)`` tokens, decimals the same (more places or ``decimal256`` only where the data
    needs it), whole numbers ``int64`` (wider only where needed), moments ISO text because some are only a date. A
    column whose digits fit no decimal type is exact text. Description, unit and source stand in the field's metadata, a
    ``notice`` about the figures in that of the table.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields, arrays = [], []
    for place, heading in enumerate(built.headings):
        kind, convert = _held(heading, [row[place] for row in built.rows])
        values = [None if row[place] is None else convert(row[place]) for row in built.rows]
        arrays.append(pa.array(values, type=kind))
        fields.append(pa.field(heading.name, kind, metadata=_metadata(heading)))
    about = {
        "title": built.title,
        "description": built.description,
        "as_of": built.as_of or "",
        **({"notice": notice} if notice else {}),
    }
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=about))
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _metadata(heading: Heading) -> dict[str, str]:
    return {
        "description": heading.description,
        "unit": heading.unit.name,
        "type": heading.unit.type,
        "source": heading.source,
    }


def _held(heading: Heading, cells: Sequence[Value]) -> tuple["pa.DataType", Callable[[Value], Any]]:
    """Choose a column's Parquet type and how its known values are turned into it."""
    import pyarrow as pa

    known = [cell for cell in cells if cell is not None]
    write = exact_writer(heading.unit)
    if heading.unit.type == "boolean":
        return pa.bool_(), bool
    if heading.unit.type in ("text", "moment"):
        return pa.string(), lambda cell: clean(str(cell))
    if heading.unit.type == "integer" and all(cell in _INT64 for cell in known):
        return pa.int64(), lambda cell: cell
    texts = [write(cell) for cell in known]
    places = max([0 if heading.unit.type == "integer" else _PLACES, *(len(text.partition(".")[2]) for text in texts)])
    digits = max((len(text.partition(".")[0].lstrip("-")) for text in texts), default=1) + places
    if digits > _WIDE:
        return pa.string(), write
    kind = pa.decimal128(_NARROW, places) if digits <= _NARROW else pa.decimal256(_WIDE, places)
    return kind, lambda cell: Decimal(write(cell))
