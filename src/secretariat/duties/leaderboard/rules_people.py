"""Rules about who is who: one member under several handles, one account or handle with several members."""

from collections.abc import Iterable, Sequence

from secretariat.facts.identities import Drift, drifts
from secretariat.facts.problems import Problem, problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Term

MOST_NAMED = 100
"""So many drifts of one kind are listed one by one; the rest of a large member dump is one problem."""

NAMES_SHOWN = 6


def people_problems(snapshot: Snapshot, known: Sequence[Term]) -> Iterable[Problem]:
    """Report identities that are not one to one."""
    listed: dict[str, int] = {}
    rest: dict[str, list[Drift]] = {}
    for drift in drifts(snapshot, known):
        listed[drift.kind] = listed.get(drift.kind, 0) + 1
        if listed[drift.kind] <= MOST_NAMED:
            yield _named(drift)
        else:
            rest.setdefault(drift.kind, []).append(drift)
    for kind, found in rest.items():
        yield _summed_up(kind, found)


def _named(drift: Drift) -> Problem:
    last = drift.sightings[-1]
    places = ", ".join(seen.source for seen in drift.sightings[:NAMES_SHOWN])
    return problem(
        "identity-drift",
        file=last.file,
        line=last.line,
        subject=f"{drift.kind} {drift.chain or ''} {drift.subject}",
        what=f"{_words(drift)} (first seen in {places}).",
        repair=_REPAIRS[drift.kind],
    )


def _words(drift: Drift) -> str:
    chain = drift.chain or "an unknown chain"
    names = ", ".join(repr(name[:40]) for name in drift.names[:NAMES_SHOWN])
    if len(drift.names) > NAMES_SHOWN:
        names += f" and {len(drift.names) - NAMES_SHOWN} more"
    if drift.kind == "member-handles":
        return f"Member {drift.subject} of {chain} appears under several handles: {names}"
    if drift.kind == "account-members":
        return f"Account {drift.subject[:60]} of {chain} owns several members: {names}"
    return f"Handle {drift.subject[:40]!r} of {chain} stands with several member ids: {names}"


def _summed_up(kind: str, found: list[Drift]) -> Problem:
    last = found[0].sightings[-1]
    return problem(
        "identity-drift",
        file=last.file,
        line=last.line,
        subject=f"{kind} the rest",
        what=f"{len(found)} more identities are not one to one in the same way ({kind.replace('-', ' with several ')});"
        f" {MOST_NAMED} are listed one by one.",
        repair="See the member dump; the figures of these members are kept by member id.",
    )


_REPAIRS = {
    "member-handles": "Figures are kept by member id; check that the handles are one person's.",
    "account-members": "Nothing is joined: figures are kept by member id. Know it when counting people.",
    "handle-members": "Check which member id is meant; a handle with several ids is never used to find a member.",
}
