"""How figures are said: counts with their noun, tokens, percentages, names of members."""

from decimal import Decimal

from secretariat.desk.quoting import quoted
from secretariat.facts.amounts import BASE_UNITS_PER_TOKEN, Amount, token_text

LONGEST_NAME = 40


def count(number: int, noun: str, plural: str = "") -> str:
    """Say ``1 candidate``, ``1,200 candidates``; ``plural`` where it is not the noun with an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def joy(amount: Amount | int) -> str:
    """Say base units in JOY: exact, thousands parted, with decimals only where there are any."""
    whole, dot, part = token_text(Amount(amount)).partition(".")
    return f"{int(whole):,}{dot}{part} JOY"


def about_joy(amount: Amount | int) -> str:
    """Say base units in JOY to two decimals, rounded half to even; for figures that are worked out."""
    return f"about {round(Decimal(amount) / BASE_UNITS_PER_TOKEN, 2):,.2f} JOY"


def stand(number: int) -> str:
    """Say how many stand: ``no candidates``, ``1 candidate``, ``2 candidates``."""
    return "no candidate" if number == 0 else count(number, "candidate")


def to_fill(seats: int) -> str:
    """Say ``1 seat is to be filled``, ``3 seats are to be filled``."""
    return f"{count(seats, 'seat')} {'is' if seats == 1 else 'are'} to be filled"


def without_vote(without: int, stood: int) -> str:
    """Say how many of those who stand have no revealed vote yet; plainly that all have one where nobody is without."""
    if not without:
        return f"All {count(stood, 'candidate')} have a revealed vote"
    return f"{without:,} of {count(stood, 'candidate')} {'has' if without == 1 else 'have'} no revealed vote yet"


def cast_with(votes: int, stake: Amount | int) -> str:
    """Say how many votes were cast, with how much stake."""
    if votes <= 1:
        return f"1 vote with {joy(stake)} has been cast" if votes else "No vote has been cast"
    return f"{count(votes, 'vote')} with {joy(stake)} together have been cast"


def member_name(member: int, handle: str | None) -> str:
    """Say a member's handle as harmless letters; without one the member's number."""
    return f"member {member}" if not handle else quoted(handle, LONGEST_NAME)
