"""How many stand, in words."""

from secretariat.desk.saying import count


def stand(number: int) -> str:
    """Say how many stand: ``no candidates``, ``1 candidate``, ``2 candidates``."""
    return "no candidate" if number == 0 else count(number, "candidate")
