"""What moved from one ended term to the next: each figure known in both, with its base, and which moved most."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from secretariat.desk.saying import count, rounded_joy
from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.percentages import percent_change
from secretariat.facts.published_terms import FIGURES, Measured, PublishedFigure, PublishedTerm, Unit

LEAST_BASE: Mapping[Unit, int] = {"count": 30, "tokens": tokens(1_000), "bytes": 1_000_000_000}
"""Of a smaller figure in the term before no percentage is told: one case more or less would be a large one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Movement:
    """One figure in two terms that follow each other: ``before`` is the base. ``percent`` is of the base, None where that is too small."""

    name: str
    measured: Measured
    before: PublishedFigure
    now: PublishedFigure

    @property
    def percent(self) -> Decimal | None:
        """Give the change in percent of the base, rounded to 0.01."""
        if abs(self.before.value) < LEAST_BASE[self.measured.unit]:
            return None
        return percent_change(self.before.value, self.now.value)

    @property
    def words(self) -> str:
        """Say it: what, how much in the term, how much in the term before, and the difference, its percentage beside the base."""
        where = "" if self.measured.kind == "made" else ", at the end of the term"
        base, now = _said(self.before.value, self.measured), _said(self.now.value, self.measured)
        difference = self.now.value - self.before.value
        moved = f"{'+' if difference > 0 else '-'}{_said(abs(difference), self.measured)}"
        share = "" if self.percent is None else f", {self.percent:+,.2f} %"
        return f"{self.measured.what}{where}: {now}, in the term before {base} ({moved}{share})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """Two terms held against each other.

    ``largest`` moved in percent, the largest first; ``small`` moved from a base too small for that; ``same`` did not move; ``unknown``
    names what is not known in one of the two.
    """

    largest: tuple[Movement, ...]
    small: tuple[Movement, ...]
    same: tuple[Movement, ...]
    unknown: tuple[str, ...]

    @property
    def known(self) -> int:
        """Count the figures that are known in both terms."""
        return len(self.largest) + len(self.small) + len(self.same)


def compare(before: PublishedTerm, now: PublishedTerm) -> Compared:
    """Hold two terms against each other. Figures that move alike stand in the order of the table."""
    both = [
        Movement(name=name, measured=measured, before=before.figures[name], now=now.figures[name])
        for name, measured in FIGURES.items()
        if name in before.figures and name in now.figures
    ]
    moved = [one for one in both if one.now.value != one.before.value]
    told = [one for one in moved if one.percent is not None]
    return Compared(
        largest=tuple(sorted(told, key=lambda one: -abs(one.percent or Decimal(0)))),
        small=tuple(one for one in moved if one.percent is None),
        same=tuple(one for one in both if one.now.value == one.before.value),
        unknown=tuple(m.what for name, m in FIGURES.items() if name not in before.figures or name not in now.figures),
    )


def _said(value: int, measured: Measured) -> str:
    if measured.unit == "tokens":
        return rounded_joy(Amount(value))
    return count(value, "byte") if measured.unit == "bytes" else f"{value:,}"
