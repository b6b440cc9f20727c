"""Reach: who has something due and no working contact; that is a task for the desk, never silence."""

from collections.abc import Iterable, Mapping, Sequence

from secretariat.desk.contacts import Contact, Reach, why_no_way
from secretariat.desk.findings import Due, Evidence, Finding

DUTY = "contacts"
"""What stands in the place of a duty in the keys of these findings."""

MOST_NAMED = 5


def unreachable(
    findings: Iterable[Finding], contacts: Mapping[int, Contact], on: Mapping[Reach, bool]
) -> tuple[Finding, ...]:
    """Conclude for each member who has something due by any finding (``asks``) and cannot be reached that somebody is to tell them.

    ``contacts`` are by member id, ``on`` the channels that the settings have. No address stands in what is concluded.
    """
    asked: dict[int, list[Finding]] = {}
    for finding in findings:
        for member in finding.asks:
            asked.setdefault(member, []).append(finding)
    return tuple(
        _of(member, why, asked[member]) for member in sorted(asked) if (why := why_no_way(contacts.get(member), on))
    )


def _of(member: int, why: str, asked: Sequence[Finding]) -> Finding:
    first = min(asked, key=_when)
    named = "; ".join(one.title for one in asked[:MOST_NAMED])
    more = f"; and {len(asked) - MOST_NAMED} more" if len(asked) > MOST_NAMED else ""
    return Finding(
        key=f"{DUTY}/unreachable/{member}",
        title=f"Member {member} has something due and no working contact",
        why=f"How to reach member {member}: {why}. Due: {named}{more}. Tell them directly, or take how to reach them with "
        "`secretariat contacts import FILE`.",
        level=first.level,
        audience="desk",
        due=first.due,
        evidence=tuple(Evidence(says=one.title, source=source.source) for one in asked for source in one.evidence[:1]),
        needs=tuple(sorted({need for one in asked for need in one.needs})),
    )


def _when(finding: Finding) -> tuple[int, int, str]:
    """Order by what is over first: by block, then by date, then what has no end."""
    due: Due | None = finding.due
    if due is not None and due.block is not None:
        return 0, due.block, ""
    return (1, 0, due.at) if due is not None and due.at is not None else (2, 0, "")
