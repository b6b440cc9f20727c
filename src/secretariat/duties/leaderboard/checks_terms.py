"""Checks on terms: the figures that several sources give for one term, and those that go on from term to term."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes_terms import Around, around_of, between, rules_for
from secretariat.duties.leaderboard.check import Check, check
from secretariat.duties.leaderboard.term_places import TermPlaces, place_of, term_places
from secretariat.facts.fields import field_types
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.records import AT_BLOCKS
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Comparison, Term, comparisons, term_key
from secretariat.facts.terms import TermFigures

GOES_ON = (
    "issuance",
    "usd_pool",
    "rate",
    "council_minted",
    "validators",
    "validator_stake",
    "members",
    "uploads",
    "content_bytes",
    "channels",
    "categories",
    "threads",
    "posts",
)
"""Figures of a moment: a term starts with what the one before it ended with."""

UNITS = {
    "usd_pool": "USD",
    "rate": "USD per million tokens",
    "content_bytes": "bytes",
    "block_time": "seconds",
    "seconds": "seconds",
    "start_block": "block height",
    "end_block": "block height",
}


def term_checks(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> list[Check]:
    """Compare what several sources give for one term, then each term's start with the end of the one before it."""
    before = terms_before(known)
    around = {_key(term): around_of(term, before.get(_key(term)), views) for term in known}
    places = term_places(snapshot)
    compared = [
        _compared(found, around[_key(found.term)], places) for found in comparisons(known) if _is_compared(found)
    ]
    going_on = [
        found for term in known if (earlier := before.get(_key(term))) is not None for found in _going_on(earlier, term)
    ]
    return [*compared, *going_on]


def terms_before(known: Iterable[Term]) -> dict[tuple[str | None, str | None, int], Term]:
    """Find the term numbered one less for every term that has one on its chain."""
    by_key = {_key(term): term for term in known}
    found = {}
    for key in by_key:
        earlier = by_key.get((key[0], key[1], key[2] - 1))
        if earlier is not None:
            found[key] = earlier
    return found


def unit_of(figure: str) -> str:
    """Name the unit of a figure of a term."""
    stem = figure.removesuffix("_start").removesuffix("_end")
    type_ = field_types(TermFigures).get(figure)
    if type_ == "amount":
        return "tokens"
    if type_ == "moment":
        return "UTC"
    return UNITS.get(figure) or UNITS.get(stem) or "count"


def _key(term: Term) -> tuple[str | None, str | None, int]:
    return term_key(term.chain, term.network, term.term)


def _is_compared(found: Comparison) -> bool:
    return not isinstance(found.expected, bool) and not isinstance(found.found, bool)


def _compared(found: Comparison, around: Around, places: TermPlaces) -> Check:
    stated, field = place_of(places, found.expected_source, found.figure)
    return check(
        found.check,
        figure=found.figure,
        chain=found.term.chain,
        term=found.term.term,
        subject=f"{found.figure.replace('_', ' ')}: {found.expected_format} and {found.found_format}",
        expected=found.expected,
        found=found.found,
        unit=unit_of(found.figure),
        expected_source=found.expected_source,
        found_source=found.found_source,
        rules=rules_for(found.figure, around),
        stated=stated,
        field=field,
    )


def _going_on(earlier: Term, term: Term) -> Iterable[Check]:
    """Compare ends with starts, unless one list of a live source gives both: that is one count, not two sources."""
    for stem in GOES_ON:
        end, start = earlier.figures.get(f"{stem}_end"), term.figures.get(f"{stem}_start")
        if end is not None and start is not None and not (start.format == end.format and start.format in AT_BLOCKS):
            yield check(
                f"start-{stem.replace('_', '-')}",
                figure=f"{stem}_start",
                chain=term.chain,
                term=term.term,
                subject=f"{stem.replace('_', ' ')}: end of term {earlier.term} and start of term {term.term}",
                expected=end.value,
                found=start.value,
                unit=unit_of(f"{stem}_start"),
                expected_source=end.source,
                found_source=start.source,
                rules=(between(earlier, term, stem),),
            )
