"""Column types that hold the same value on SQLite and PostgreSQL."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, Dialect, Integer, Numeric, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from secretariat.facts.amounts import decimal_text

LongInteger = BigInteger().with_variant(Integer(), "sqlite")
"""Whole numbers up to 64 bits: STRICT tables of SQLite know INTEGER only."""


class Amount(TypeDecorator[int]):
    """Base units as Python ints: NUMERIC(39,0) on PostgreSQL, TEXT on SQLite, where 64 bits would overflow.

    SQL never sums or orders amounts on SQLite; that is done in Python integers.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the database's own type."""
        return dialect.type_descriptor(Numeric(39, 0) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> Any:
        """Write an int; raises TypeError for a float, which would have lost digits."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"an amount is an int of base units, not {value!r}")
        return Decimal(value) if dialect.name == "postgresql" else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> int | None:
        """Read an int."""
        return None if value is None else int(value)


class Exact(TypeDecorator[Decimal]):
    """Decimals with every digit: NUMERIC on PostgreSQL, on SQLite TEXT without trailing zeros, so that equal is equal."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the database's own type."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Write a Decimal; raises TypeError for a float."""
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError(f"an exact number is a Decimal, not {value!r}")
        return value if dialect.name == "postgresql" else decimal_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Read a Decimal."""
        return None if value is None else Decimal(value)


class Flag(TypeDecorator[bool]):
    """Yes or no: BOOLEAN on PostgreSQL, INTEGER 0 or 1 on SQLite."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the database's own type."""
        return dialect.type_descriptor(Boolean() if dialect.name == "postgresql" else Integer())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        """Write a bool."""
        if value is None:
            return None
        return bool(value) if dialect.name == "postgresql" else int(bool(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Read a bool."""
        return None if value is None else bool(value)
