"""The bulletin on seldom used types: once a term, with figures of the term before and overall; of types about a person figures alone (row B5)."""

from collections.abc import Iterable, Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.wanting import message
from secretariat.duties.guidance.guide import Guide, guides_of
from secretariat.duties.guidance.pages import page_of
from secretariat.duties.guidance.texts import template
from secretariat.duties.guidance.usage import Use, use_between
from secretariat.duties.guidance.view import View
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_in_office import NotKnown, council_in_office
from secretariat.facts.council_terms import council_terms
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.records import CHAIN, QUERY_NODE

MOST_SELDOM = 5
"""So many types are told of at least; those that were used as often as the last of them are told of too."""

ROOM = 900
"""Characters of a message for types with what each does."""

LASTS = 7 * DAY_BLOCKS
"""So many blocks it makes sense to send it."""


def bulletin(view: View) -> Iterator[Finding]:
    """Want the bulletin of the term. Its figures end with the term before, so that they change no more."""
    try:
        office, _ = council_in_office(view.snapshot, view.head)
    except NotKnown:
        return
    begins = office.first + view.settings.bulletin_after
    if office.number < 1 or not begins <= view.head < begins + LASTS:
        return
    key, needs = f"guidance/bulletin/{office.first}", (CHAIN, QUERY_NODE)
    before = next((one for one in council_terms(view.snapshot) if one.term == office.number - 1), None)
    overall = use_between(view.snapshot, 0, office.first)
    start = 0 if office.number == 1 else None if before is None else before.start_block
    last_term = None if start is None else use_between(view.snapshot, start, office.first)
    if overall is None or last_term is None:
        yield Finding(
            key=f"{key}-not-counted",
            title="How often types of proposals were used is not known",
            why="The list of proposals is not whole, or the term before is not known. Run `secretariat sync --full`; `secretariat problems` "
            "says what cannot be read. Until then there is no bulletin.",
            needs=needs,
        )
        return
    values = {"council": str(office.number), "first": f"{office.first:,}", **_figures(view, overall, last_term)}
    yield Finding(
        key=key,
        title=f"Tell which types of proposals are seldom used (council {office.number})",
        why=f"Of {overall.n:,} proposals before block {office.first:,}, {last_term.n:,} were filed in the term before. Types about a person are "
        "told in figures alone.",
        audience="public",
        due=Due(what="the last block in which it makes sense", block=begins + LASTS - 1),
        evidence=_evidence(view),
        wanted=message(view.settings.discord, template("bulletin"), values, until=begins + LASTS - 1),
        needs=needs,
    )


def seldom_used(guides: tuple[Guide, ...], overall: Use) -> tuple[Guide, ...]:
    """Give the types that can be filed, are not about a person, and were used least, by use and then in the chain's order."""
    known = sorted(
        (one for one in guides if one.standing == "can be filed" and not one.type.personnel),
        key=lambda one: overall.by_type[one.type.name],
    )
    if len(known) <= MOST_SELDOM:
        return tuple(known)
    bound = overall.by_type[known[MOST_SELDOM - 1].type.name]
    return tuple(one for one in known if overall.by_type[one.type.name] <= bound)


def _figures(view: View, overall: Use, last_term: Use) -> dict[str, str]:
    guides = guides_of(view.runtime, view.seats)
    personnel = tuple(one for one in guides if one.type.personnel and one.standing == "can be filed")
    return {
        "all": count(overall.n, "proposal"),
        "last_term": f"{last_term.n:,}",
        "seldom": _told(view, seldom_used(guides, overall), overall, last_term),
        "personnel": _grouped(personnel, overall, last_term),
        "refused": refused_words(one.words for one in PROPOSAL_TYPES if one.refused),
        "where": view.settings.guides_url,
    }


def refused_words(types: Iterable[str]) -> str:
    """Say which types the runtime refuses, by their words."""
    return " ".join(f"{one} cannot be filed: the runtime refuses it." for one in types)


def _told(view: View, guides: tuple[Guide, ...], overall: Use, last_term: Use) -> str:
    """List types with what each does; where that is too much for a message, by their use alone."""
    lines = []
    for one in guides:
        name = one.type.name
        does = page_of(one, view.runtime, None).lead[0].partition(". ")[0].rstrip(".")
        lines.append(
            f"- {one.type.words}: {overall.by_type[name]:,}, in the term before {last_term.by_type[name]:,}. {does}."
        )
    told = "\n".join(lines)
    return told if len(told) <= ROOM else _grouped(guides, overall, last_term)


def _grouped(guides: tuple[Guide, ...], overall: Use, last_term: Use) -> str:
    """List types by their use: those with the same figures share a line."""
    by_use: dict[tuple[int, int], list[str]] = {}
    for one in guides:
        figures = overall.by_type[one.type.name], last_term.by_type[one.type.name]
        by_use.setdefault(figures, []).append(one.type.words)
    return "\n".join(
        f"- {', '.join(names)}: {all_:,}, in the term before {before:,}"
        for (all_, before), names in sorted(by_use.items())
    )


def _evidence(view: View) -> tuple[Evidence, ...]:
    newest = max(view.snapshot.of(Proposal), key=lambda one: one.line, default=None)
    return () if newest is None else (Evidence(says="proposals, up to the newest", source=newest.source),)
