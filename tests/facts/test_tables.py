"""Building tables: cells of the column's type, and None for what is not known."""

import pytest

from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, MOMENT, TEXT, YES_NO, Column, Table, Unit, Value, build


def table(unit: Unit, *values: Value) -> Table[Value]:
    return Table(
        name="t",
        title="T",
        description="One column.",
        columns=(Column(name="c", description="A value.", unit=unit, value=lambda row: row, source="here"),),
        rows=lambda snapshot: values,
    )


@pytest.mark.parametrize("unit", [TEXT, MOMENT])
def test_an_empty_text_or_moment_is_not_known(unit: Unit) -> None:
    assert build(table(unit, "", "a", None), Snapshot()).rows == ((None,), ("a",), (None,))


@pytest.mark.parametrize(("unit", "value"), [(COUNT, 0), (YES_NO, False)])
def test_nothing_and_no_are_values(unit: Unit, value: Value) -> None:
    assert build(table(unit, value), Snapshot()).rows == ((value,),)


@pytest.mark.parametrize(("unit", "value"), [(COUNT, "1"), (COUNT, ""), (TEXT, 1), (YES_NO, 0)])
def test_a_value_of_another_type_is_a_mistake(unit: Unit, value: Value) -> None:
    with pytest.raises(TypeError, match=r"t\.c is"):
        build(table(unit, value), Snapshot())
