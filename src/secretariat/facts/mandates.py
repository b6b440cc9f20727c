"""Mandates: who holds the office from which block to which, recorded and confirmed by people."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.desk_decisions import MandateConfirmation, MandateRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate:
    """A recorded mandate and who confirmed it, None as long as nobody did."""

    record: MandateRecord
    confirmed: MandateConfirmation | None = None

    @property
    def name(self) -> str:
        """Give the name it is confirmed by: ``m90``."""
        return f"m{self.record.taken.seq}"


def mandates_of(decisions: Iterable[object]) -> tuple[Mandate, ...]:
    """Pair every record with the first confirmation of it, in the order in which they were recorded."""
    records: dict[int, MandateRecord] = {}
    confirmations: dict[int, MandateConfirmation] = {}
    for one in decisions:
        if isinstance(one, MandateRecord):
            records[one.taken.seq] = one
        elif isinstance(one, MandateConfirmation):
            confirmations.setdefault(one.record, one)
    return tuple(Mandate(record=record, confirmed=confirmations.get(seq)) for seq, record in records.items())


def mandate_at(mandates: Iterable[Mandate], block: int | None) -> Mandate | None:
    """Give the confirmed mandate that covers a block, the last recorded of several; None where there is none."""
    if block is None:
        return None
    covering = [one for one in mandates if one.confirmed and one.record.first <= block <= one.record.last]
    return covering[-1] if covering else None


def is_acting(mandates: Iterable[Mandate], block: int | None) -> bool:
    """Tell whether the office is only acting: no confirmed mandate covers the block, or the block is not known."""
    return mandate_at(mandates, block) is None
