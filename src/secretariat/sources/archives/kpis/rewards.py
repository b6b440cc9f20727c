"""Rewards as KPI documents print them: dollars where the text has one reading."""

from decimal import Decimal

from secretariat.facts.amounts import Usd
from secretariat.sources.archives.reading.json_fields import Entry, as_text, as_usd, shown

MAX_PARTS = 10


def dollars_of(value: object) -> Decimal | None:
    """Add the parts of ``"$2825+$900"`` where every part is plain dollars; ``Up to $300`` or ``$50/week`` is unknown."""
    whole = as_usd(value).value
    if whole is not None or not isinstance(value, str):
        return whole
    parts = value[:200].split("+")
    amounts = [as_usd(part).value for part in parts]
    if not 2 <= len(parts) <= MAX_PARTS or any(amount is None for amount in amounts):
        return None
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def read_reward(entry: Entry, name: str) -> tuple[str | None, Usd | None]:
    """Read a reward: as printed, and in dollars. What is printed and is no one amount is a problem."""
    value = entry.values.get(name)
    printed = as_text(value).text or (f"{value:f}" if isinstance(value, Decimal) else None)
    amount = dollars_of(value)
    if amount is None and not as_usd(value).empty:
        entry.problem(
            "amount-unparsable",
            "reward_usd",
            f"The reward of {entry.kind} {entry.key} is {shown(value)}, which is not one amount of dollars.",
            repair="Set the dollars it offers; until then they are unknown.",
            name=name,
        )
    return printed, None if amount is None else Usd(amount)
