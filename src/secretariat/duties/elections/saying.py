"""How many stand, seats, votes and candidates without one, in words."""

from secretariat.desk.saying import count, joy
from secretariat.facts.amounts import Amount


def stand(number: int) -> str:
    """Say how many stand: ``no candidate``, ``1 candidate``, ``2 candidates``."""
    return "no candidate" if number == 0 else count(number, "candidate")


def came_late(day: int, three_days: int | None) -> str:
    """Say how many candidacies came in the last 24 hours and, where it is told, in the last 72."""
    more = "" if three_days is None else f" and {three_days} in the last 72"
    return f"{day or 'none'} came in the last 24 hours before the end{more}"


def to_fill(seats: int) -> str:
    """Say ``1 seat is to be filled``, ``3 seats are to be filled``."""
    return f"{count(seats, 'seat')} {'is' if seats == 1 else 'are'} to be filled"


def of_size(seats: int | None) -> dict[str, str]:
    """Give the words that turn on how many seats there are, by the place that they fill; empty where it is unknown."""
    if seats is None:
        return dict.fromkeys(
            ("size", "size_candidates", "such_candidates", "with_vote_needed", "most_elected", "fewer_have"), ""
        )
    candidates, are = count(seats, "candidate"), "is" if seats == 1 else "are"
    return {
        "size": str(seats),
        "size_candidates": candidates,
        "such_candidates": count(seats, "such candidate"),
        "with_vote_needed": f"{candidates} with a revealed vote {are} needed",
        "most_elected": f"The {candidates} with the most revealed stake {are} elected",
        "fewer_have": "none of the candidates has" if seats == 1 else f"fewer than {candidates} have",
    }


def of_needed(needed: int | None) -> dict[str, str]:
    """Give the words that turn on how many must stand, by the place that they fill; empty where it is unknown."""
    if needed is None:
        return dict.fromkeys(("needed", "needed_are", "fewer_stand"), "")
    return {
        "needed": str(needed),
        "needed_are": f"{needed} {'is' if needed == 1 else 'are'} needed",
        "fewer_stand": "nobody stands" if needed == 1 else f"fewer than {needed} stand",
    }


def without_vote(without: int, stood: int) -> str:
    """Say how many of those who stand have no revealed vote yet; plainly that all have one where nobody is without."""
    if not without and stood == 1:
        return "The 1 candidate has a revealed vote"
    if not without:
        return f"All {count(stood, 'candidate')} have a revealed vote"
    return f"{without:,} of {count(stood, 'candidate')} {'has' if without == 1 else 'have'} no revealed vote yet"


def cast_with(votes: int, stake: Amount | int) -> str:
    """Say how many votes were cast, with how much stake."""
    if votes <= 1:
        return f"1 vote with {joy(stake)} has been cast" if votes else "No vote has been cast"
    return f"{count(votes, 'vote')} with {joy(stake)} together have been cast"
