"""Token and dollar amounts: exact, never floats."""

from decimal import Decimal, InvalidOperation
from typing import NewType

Amount = NewType("Amount", int)
"""Tokens in base units of 10^-10 token. The testnets counted whole tJOY; they are kept in the same unit."""

Usd = NewType("Usd", Decimal)
"""US dollars, exact decimal digits."""

Rate = NewType("Rate", Decimal)
"""US dollars for one million tokens, as the tokenomics reports print it."""

BASE_UNITS_PER_TOKEN = 10**10
TOKEN_DECIMALS = 10
MOST_DIGITS = 60
"""Texts such as 1e999999999 would fill the memory when written out; no amount comes near this."""


def tokens(value: Decimal | int | str) -> Amount:
    """Turn a number of tokens into base units.

    Raises ValueError when the value is not a finite number, is finer than one base unit, or is beyond all measure.
    """
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise ValueError(f"not a number of tokens: {value!r}") from error
    if not number.is_finite():
        raise ValueError(f"not a finite number of tokens: {value!r}")
    if number.adjusted() > MOST_DIGITS or number.adjusted() < -MOST_DIGITS:
        raise ValueError(f"more digits than any number of tokens has: {str(value)[:60]!r}")
    sign, digits, exponent = number.as_tuple()
    shift = int(exponent) + TOKEN_DECIMALS
    integer = int("".join(map(str, digits)) or "0")
    if shift < 0:
        integer, rest = divmod(integer, 10**-shift)
        if rest:
            raise ValueError(f"finer than one base unit (10^-10 token): {value!r}")
    else:
        integer *= 10**shift
    return Amount(-integer if sign else integer)


def token_text(amount: Amount) -> str:
    """Write base units as exact decimal tokens without trailing zeros: ``14869888.48``."""
    whole, part = divmod(abs(amount), BASE_UNITS_PER_TOKEN)
    digits = f"{part:0{TOKEN_DECIMALS}d}".rstrip("0")
    return f"{'-' if amount < 0 else ''}{whole}{'.' + digits if digits else ''}"


def decimal_text(value: Decimal) -> str:
    """Write a decimal with exactly the digits that matter, never in exponent form."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
