"""Incidents in words: a sentence for each kind, filled from the duty's texts, so that each is judged once and not with every figure.

In each, what a stranger wrote is said twice: in plain letters for the desk, and for messages with every sign of Markdown harmless.
"""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.desk.filling import Filled, fill
from secretariat.desk.quoting import plain_line, quoted
from secretariat.duties.terms.texts import template
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.reporting_cycle import Report

LONGEST = 80
"""Characters of a title, or of the chain's error."""
CALLED: dict[Report, str] = {
    "group-report": "report on the term of council {past}",
    "council-report": "report of council {past} on its term",
    "council-plan": "plan of council {now} for its term",
    "group-plan": "plan for the term of council {now}",
}
"""What a report is called where whose it is stands beside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One sentence or two: ``plain`` on one line of plain letters, ``marked`` for Markdown."""

    plain: str
    marked: Filled


def _said(name: str, **values: str) -> Said:
    words = fill(template(f"incident-{name}"), values)
    return Said(plain=str(words), marked=words)


def _twice(made: Callable[[Callable[[str], str]], Filled]) -> Said:
    """Make words with strangers' letters plain, and with their signs harmless."""
    return Said(
        plain=str(made(lambda text: plain_line(text, LONGEST))), marked=made(lambda text: quoted(text, LONGEST))
    )


def report_name(report: Report, council: int, group: str = "") -> Filled:
    """Name a report or plan of the cycle that a council's term begins with. ``group`` is the chain's name of a working group."""
    values = {"past": str(council - 1), "now": str(council), "group": name_of_group(group) if group else ""}
    return fill(template(f"incident-{report}"), values)


def report_missing(name: Filled, due: int, until: int) -> Said:
    """Say that a report is not there. ``until`` is the block it was announced for, ``due`` where it was not announced late."""
    return _said("report-missing", report=name, when_due=_due(due, until))


def report_after(name: Filled, due: int, until: int, thread: int, opened: int) -> Said:
    """Say that a report came in a thread that was opened in a block after it was due."""
    return _said("report-after", report=name, when_due=_due(due, until), thread=str(thread), opened=f"{opened:,}")


def _due(due: int, until: int) -> Filled:
    return fill(
        template("incident-announced" if until > due else "incident-due"), {"due": f"{due:,}", "until": f"{until:,}"}
    )


def _proposal(number: int, title: str, letters: Callable[[str], str]) -> Filled:
    if not title:
        return fill(template("incident-untitled"), {"number": str(number)})
    return fill(template("incident-proposal"), {"number": str(number), "title": letters(title)})


def expired(number: int, title: str, block: int) -> Said:
    """Say that a proposal expired."""
    return _of_proposal("expired", number, title, block)


def failed(number: int, title: str, block: int, error: str) -> Said:
    """Say that a proposal could not be carried out, with the chain's error where it is known."""
    return _of_proposal("failed-why" if error else "failed", number, title, block, error)


def lost(number: int, title: str, block: int) -> Said:
    """Say that the next council's taking office rejected a proposal."""
    return _of_proposal("lost", number, title, block)


def _of_proposal(name: str, number: int, title: str, block: int, error: str = "") -> Said:
    words = template(f"incident-{name}")
    return _twice(
        lambda letters: fill(
            words, {"proposal": _proposal(number, title, letters), "block": f"{block:,}", "error": letters(error)}
        )
    )


def group_rewards(group: str) -> Said:
    """Say that a working group's budget did not cover rewards. ``group`` is the chain's name."""
    return _said("group-rewards", group=name_of_group(group))


def council_rewards(council: int) -> Said:
    """Say that the council's budget did not cover rewards."""
    return _said("council-rewards", council=str(council))


def election(cycle: int, block: int) -> Said:
    """Say that an election elected nobody."""
    return _said("election", cycle=str(cycle), block=f"{block:,}")
