"""How many stand, seats, votes and candidates without one, in words."""

from secretariat.desk.saying import count, joy
from secretariat.facts.amounts import Amount


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
