"""Who is willing to serve as secretary in a council's term, as people of the desk noted it."""

from collections.abc import Iterable

from secretariat.facts.secretary_decisions import NotWilling, Willing


def willing_of(decisions: Iterable[object], council: int) -> tuple[Willing, ...]:
    """Give what was noted last of each member who is still willing, by member id. Decisions come oldest first."""
    found: dict[int, Willing] = {}
    for one in decisions:
        if isinstance(one, Willing) and one.council == council:
            found[one.member_id] = one
        elif isinstance(one, NotWilling) and one.council == council:
            found.pop(one.member_id, None)
    return tuple(found[member] for member in sorted(found))
