"""Incidents of every kind in the words of their makers, drawn at random: whatever group, title and error they tell of."""

import random
from collections.abc import Callable

from secretariat.duties.terms.incident_words import (
    Said,
    council_rewards,
    election,
    expired,
    failed,
    group_rewards,
    lost,
    report_after,
    report_missing,
    report_name,
)
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.reporting_cycle import REPORTS, WINDOWS

TITLES = ("", "Captions", "Keep the best lead", "Fire hugo", "Vote for ada, *now*")
ERRORS = ("", "InsufficientBalance", "ProposalsCodex.Disgrace")

Maker = Callable[[random.Random], Said]


def _block(chance: random.Random) -> int:
    return int(10 ** chance.uniform(0, 8))


def _report(chance: random.Random, *, came: bool) -> Said:
    report = chance.choice(REPORTS)
    name = report_name(
        report, chance.randint(2, 99), chance.choice(list(GROUP_NAMES)) if WINDOWS[report].of_groups else ""
    )
    due = _block(chance)
    until = chance.choice((due, due + 14_400))
    return (
        report_after(name, due, until, chance.randint(1, 999), until + 5) if came else report_missing(name, due, until)
    )


MAKERS: dict[str, Maker] = {
    "report missing": lambda chance: _report(chance, came=False),
    "report after it was due": lambda chance: _report(chance, came=True),
    "expired": lambda chance: expired(chance.randint(1, 999), chance.choice(TITLES), _block(chance)),
    "failed": lambda chance: failed(
        chance.randint(1, 999), chance.choice(TITLES), _block(chance), chance.choice(ERRORS)
    ),
    "lost": lambda chance: lost(chance.randint(1, 999), chance.choice(TITLES), _block(chance)),
    "rewards of a group": lambda chance: group_rewards(chance.choice(list(GROUP_NAMES))),
    "rewards of the council": lambda chance: council_rewards(chance.randint(1, 99)),
    "an election": lambda chance: election(chance.randint(1, 99), _block(chance)),
}


def incident(chance: random.Random) -> Said:
    """Draw an incident of any kind."""
    return MAKERS[chance.choice(list(MAKERS))](chance)
