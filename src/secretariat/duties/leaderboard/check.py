"""One check: the same figure from two sources, both kept, with the difference and its likely cause."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from secretariat.duties.leaderboard.causes import Cause, Rule, likely_cause
from secretariat.facts.amounts import Amount, decimal_text, token_text
from secretariat.facts.records import AnyStated

CheckValue = int | str | bool | Decimal | None
"""A value of a source; None where the source does not say."""

CONTRADICTION = "contradiction"

EXACT_DIGITS = 200
"""Sources print fewer digits, so that differences within this precision are exact."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """Two values for one thing. Values are texts of exact digits, because the units differ from row to row; None is unknown.

    ``figure`` is the column or field that the values are of. ``expected`` is the value that counts, ``difference`` is
    ``found`` less ``expected`` where both are numbers. ``stated`` is the record and ``field`` its field that a person
    would set to repair the published figure; both are None for figures that are sums or counts. ``code`` is that of the
    problem that a difference is.
    """

    check: str
    figure: str
    chain: str | None
    term: int | None
    subject: str
    expected: str | None
    found: str | None
    difference: str | None
    unit: str
    agrees: bool
    cause: Cause | None
    expected_source: str
    found_source: str
    stated: AnyStated | None = None
    field: str | None = None
    code: str = CONTRADICTION

    @property
    def harmless(self) -> bool:
        """Tell whether the sources agree, or differ by no more than printing explains."""
        return self.agrees or (self.cause is not None and self.cause.harmless)


def check(
    name: str,
    *,
    figure: str,
    chain: str | None,
    term: int | None,
    subject: str,
    expected: CheckValue,
    found: CheckValue,
    unit: str,
    expected_source: str,
    found_source: str,
    rules: Sequence[Rule] = (),
    stated: AnyStated | None = None,
    field: str | None = None,
    code: str = CONTRADICTION,
) -> Check:
    """Compare two values. Amounts are base units and have the unit ``tokens``. ``rules`` are asked for causes first."""
    agrees = expected == found
    return Check(
        check=name,
        figure=figure,
        chain=chain,
        term=term,
        subject=subject,
        expected=value_text(expected, unit),
        found=value_text(found, unit),
        difference=_difference(expected, found, unit),
        unit=unit,
        agrees=agrees,
        cause=None if agrees else likely_cause(rules, expected, found, unit),
        expected_source=expected_source,
        found_source=found_source,
        stated=stated,
        field=field,
        code=code,
    )


def value_text(value: CheckValue, unit: str) -> str | None:
    """Write a value with exact digits: amounts as tokens, booleans as yes and no, texts as they are; None stays None."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return token_text(Amount(value)) if unit == "tokens" else str(value)
    return decimal_text(value) if isinstance(value, Decimal) else value or None


def _difference(expected: CheckValue, found: CheckValue, unit: str) -> str | None:
    if isinstance(expected, str | bool | None) or isinstance(found, str | bool | None):
        return None
    if isinstance(expected, int) and isinstance(found, int):
        return value_text(found - expected, unit)
    with localcontext(prec=EXACT_DIGITS):
        return decimal_text(Decimal(found) - Decimal(expected))
