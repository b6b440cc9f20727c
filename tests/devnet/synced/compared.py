"""Every topic of which truth and product both tell, and the differences between them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.devnet.synced import elections, money, people, proposals
from tests.devnet.synced.desk import Seen

Teller = Callable[[Seen], dict[Any, Any]]

TOPICS: Mapping[str, tuple[Teller, Teller]] = {
    "elections": (elections.true_elections, elections.found_elections),
    "candidacies": (elections.true_candidacies, elections.found_candidacies),
    "votes": (elections.true_votes, elections.found_votes),
    "councils": (elections.true_councils, elections.found_councils),
    "proposals": (proposals.true_proposals, proposals.found_proposals),
    "ballots": (proposals.true_ballots, proposals.found_ballots),
    "participation": (proposals.true_participation, proposals.found_participation),
    "council members": (proposals.true_council_members, proposals.found_council_members),
    "spending": (proposals.true_spending, proposals.found_spending),
    "budgets": (money.true_budgets, money.found_budgets),
    "stored council": (money.true_stored_council, money.found_stored_council),
    "groups": (money.true_groups, money.found_groups),
    "counts": (money.true_counts, money.found_counts),
    "validators": (money.true_validators, money.found_validators),
    "forum": (people.true_forum, people.found_forum),
    "members": (people.true_members, people.found_members),
}


def differences(seen: Seen) -> list[str]:
    """List every difference between the truth and what the product says, over all topics."""
    found = [line for name, (true, told) in TOPICS.items() for line in _between(name, true(seen), told(seen))]
    missing = people.needed_members(seen) - set(people.found_members(seen))
    return [*found, *(f"members: {member} is not known" for member in sorted(missing))]


def _between(place: str, true: Any, told: Any) -> Iterator[str]:
    if isinstance(true, dict) and isinstance(told, dict):
        for key in sorted({*true, *told}, key=str):
            if key not in told or key not in true:
                side = "only the truth has" if key in true else "only the product has"
                yield f"{place}[{key}]: {side} {true.get(key, told.get(key))}"
            else:
                yield from _between(f"{place}[{key}]", true[key], told[key])
    elif true != told:
        yield f"{place}: truth {true!r}, product {told!r}"
