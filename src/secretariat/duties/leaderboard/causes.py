"""Why two sources may differ: rules that name a likely cause, asked in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from secretariat.facts.amounts import BASE_UNITS_PER_TOKEN

CauseValue = int | str | bool | Decimal | None
"""A value of a source; None where the source does not say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """A likely cause: the rule's name and what it says.

    ``harmless`` causes leave nothing to repair. ``systematic`` causes lie in how a kind of source counts: however many
    terms they touch, they are one problem. ``repair`` says what was done where the cause leaves one reading.
    """

    rule: str
    words: str
    harmless: bool = False
    systematic: bool = False
    repair: str = ""


Rule = Callable[[CauseValue, CauseValue, str], Cause | None]
"""From expected value, found value and unit to a cause, or None where the rule does not apply."""

HUNDREDTH_OF_MEBIBYTE = 10_486
"""Sizes are printed in MB to two places: two roundings of one size differ by less than this many bytes."""

FEWEST_ZEROS = 2
FEWEST_DIGITS_LEFT = 2
"""A rounded number ends in at least so many zeros and keeps at least so many digits before them."""


def likely_cause(rules: Iterable[Rule], expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Ask the rules of the check first, then those that look at the digits alone. None when none applies."""
    for rule in (*rules, rounded_in_print, rounded_to_zeros, slipped_point, swapped_digits, one_digit):
        cause = rule(expected, found, unit)
        if cause is not None:
            return cause
    return None


def rounded_in_print(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain a difference of less than one unit of the last digit that the coarser source prints."""
    numbers = _numbers(expected, found)
    if numbers is None:
        return None
    difference = abs(numbers[0] - numbers[1])
    if unit == "bytes":
        close = difference < HUNDREDTH_OF_MEBIBYTE
    elif unit == "tokens":
        close = difference < BASE_UNITS_PER_TOKEN and any(value % BASE_UNITS_PER_TOKEN == 0 for value in numbers)
    else:
        close = difference < _printed_unit(expected, found)
    words = "rounding: they differ by less than one unit of the last printed digit"
    return Cause(rule="rounding", words=words, harmless=True) if close else None


def rounded_to_zeros(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain a number that ends in zeros and is the other one to so many digits."""
    numbers = _whole_numbers(expected, found, unit)
    if numbers is None or 0 in numbers:
        return None
    for exact, coarse in (numbers, numbers[::-1]):
        zeros = _trailing_zeros(coarse)
        left = len(str(abs(coarse))) - zeros
        if zeros < FEWEST_ZEROS or left < FEWEST_DIGITS_LEFT or _trailing_zeros(exact) >= zeros:
            continue
        if abs(exact - coarse) < 10**zeros:
            return Cause(rule="rounded-number", words=f"rounded: {coarse} is {exact} to its first {left} digits")
    return None


def slipped_point(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain numbers that differ by a power of ten."""
    numbers = _numbers(expected, found)
    if numbers is None or 0 in numbers:
        return None
    low, high = sorted(numbers, key=abs)
    for power in range(1, 13):
        if low * 10**power == high:
            return Cause(rule="decimal-point", words=f"decimal point: one is the other times {10**power}")
    return None


def swapped_digits(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain numbers in which two neighbouring digits changed places."""
    digits = _digits(expected, found, unit)
    if digits is None:
        return None
    first, second = digits
    apart = [place for place in range(len(first)) if first[place] != second[place]]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return None
    left, right = apart
    if (first[left], first[right]) != (second[right], second[left]):
        return None
    return Cause(rule="swapped-digits", words="two neighbouring digits changed places")


def one_digit(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain long numbers in which one digit is another one."""
    digits = _digits(expected, found, unit)
    if digits is None or len(digits[0]) < 4:
        return None
    apart = [place for place in range(len(digits[0])) if digits[0][place] != digits[1][place]]
    if len(apart) != 1 or (apart[0] == len(digits[0]) - 1):
        return None
    return Cause(rule="one-digit", words="one digit differs: a slip in writing")


def _numbers(expected: CauseValue, found: CauseValue) -> tuple[Fraction, Fraction] | None:
    """Give both as exact numbers, or None where one of them is not a number."""
    if isinstance(expected, str | bool | None) or isinstance(found, str | bool | None):
        return None
    if any(isinstance(value, Decimal) and not value.is_finite() for value in (expected, found)):
        return None
    return Fraction(expected), Fraction(found)


def _whole_numbers(expected: CauseValue, found: CauseValue, unit: str) -> tuple[int, int] | None:
    """Give both as whole numbers of what the unit counts, or None where one of them is not whole."""
    numbers = _numbers(expected, found)
    if numbers is None:
        return None
    first, second = (value / BASE_UNITS_PER_TOKEN if unit == "tokens" else value for value in numbers)
    return (int(first), int(second)) if first.denominator == second.denominator == 1 else None


def _digits(expected: CauseValue, found: CauseValue, unit: str) -> tuple[str, str] | None:
    """Give both numbers' digits when they are as many."""
    numbers = _whole_numbers(expected, found, unit)
    if numbers is None:
        return None
    first, second = (str(value) for value in numbers)
    return (first, second) if len(first) == len(second) else None


def _printed_unit(expected: CauseValue, found: CauseValue) -> Fraction:
    """Give one unit of the last digit of the number printed with fewer places; without places there is none."""
    exponents = [int(value.as_tuple().exponent) for value in (expected, found) if isinstance(value, Decimal)]
    return Fraction(10) ** min(max(exponents), 0) if exponents else Fraction(0)


def _trailing_zeros(number: int) -> int:
    text = str(abs(number))
    return len(text) - len(text.rstrip("0")) if number else 0
