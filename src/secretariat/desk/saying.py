"""How figures are said: counts with their noun, tokens, percentages, names of members."""

from decimal import Decimal

from secretariat.desk.quoting import quoted
from secretariat.facts.amounts import BASE_UNITS_PER_TOKEN, Amount, token_text

LONGEST_NAME = 40


def count(number: int, noun: str, plural: str = "") -> str:
    """Say ``1 candidate``, ``1,200 candidates``; ``plural`` where it is not the noun with an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def sentence(words: str) -> str:
    """End words as a sentence: with a full stop where they have no end."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def joy(amount: Amount | int) -> str:
    """Say base units in JOY: exact, thousands parted, with decimals only where there are any."""
    whole, dot, part = token_text(Amount(abs(amount))).partition(".")
    return f"{'-' if amount < 0 else ''}{int(whole):,}{dot}{part} JOY"


def joy_rounded(amount: Decimal) -> str:
    """Say base units in JOY of a figure that is worked out, such as a median: ``about`` and whole JOY, rounded half to even.

    Below 100 JOY it has two decimals, and what would be 0.00 by that its base units. What is as exact as that is said without ``about``.
    """
    whole = round(amount)
    unit = BASE_UNITS_PER_TOKEN if abs(whole) >= 100 * BASE_UNITS_PER_TOKEN else BASE_UNITS_PER_TOKEN // 100
    rounded = round(amount / unit) * unit or whole
    return joy(rounded) if rounded == amount else f"about {joy(rounded)}"


def about_joy(amount: Amount | int) -> str:
    """Say base units in JOY to two decimals, rounded half to even; for figures that are worked out."""
    return f"about {rounded_joy(amount)}"


def rounded_joy(amount: Amount | int) -> str:
    """Say base units in JOY to two decimals, rounded half to even; for words that tell that their amounts are rounded."""
    return f"{round(Decimal(amount) / BASE_UNITS_PER_TOKEN, 2):,.2f} JOY"


def member_name(member: int, handle: str | None) -> str:
    """Say a member's handle as harmless letters; without one the member's number."""
    return f"member {member}" if not handle else quoted(handle, LONGEST_NAME)
