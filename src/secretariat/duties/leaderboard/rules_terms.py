"""Rules about terms beside each other: gaps, overlaps, figures that fall, figures that were copied."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes_terms import FLOWS
from secretariat.duties.leaderboard.checks_terms import terms_before, unit_of
from secretariat.duties.leaderboard.ledger_terms import ledger_terms
from secretariat.duties.leaderboard.rules_dates import date_problems
from secretariat.duties.leaderboard.term_places import TermPlaces, file_and_line, place_of, term_places
from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.records import AT_BLOCKS
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Figure, Term, term_key

NEVER_FALLING = ("council_minted", "members", "threads", "posts")
"""Figures that only ever grow on one chain: mints, memberships, threads and posts are counted, not held."""

FALLING_WITHIN = ("threads", "posts")
"""Those of them that the reader of a report does not hold against each other inside the report."""


def term_problems(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> Iterable[Problem]:
    """Run every rule about terms."""
    only_bounties = {
        (of_term.term.chain, of_term.term.term)
        for of_term in ledger_terms(snapshot, known, views)
        if of_term.complete and all(row.fact.bounty is not None for row in of_term.rows)
    }
    places = term_places(snapshot)
    before = terms_before(known)
    shared: dict[str, list[Term]] = {}
    for term in known:
        earlier = before.get(term_key(term.chain, term.network, term.term))
        yield from _falling_within(term, places)
        yield from _weightless(term, places)
        yield from _copied_in_term(term, places, (term.chain, term.term) in only_bounties)
        if earlier is not None:
            yield from _neighbours(earlier, term, places, shared)
            yield from _falling_between(earlier, term, places)
            yield from _copied_from_before(earlier, term, places)
    yield from date_problems(known, places)
    for chain, found in shared.items():
        yield _shared_blocks(chain, found)


def name_of(term: Term) -> str:
    """Name a term in a sentence."""
    return f"term {term.term} of {term.chain or term.network or 'an unknown chain'}"


def _at(code: str, figure: Figure, name: str, places: TermPlaces, *, subject: str, what: str, repair: str) -> Problem:
    """Make a problem at the place of one figure, which a person may repair."""
    file, line = file_and_line(figure.source)
    stated, field = place_of(places, figure.source, name)
    target = Target(kind=stated.kind, key=stated.key, field=field) if stated is not None and field else None
    return problem(code, file=file, line=line, subject=subject, what=what, repair=repair, target=target)


def _subject(term: Term, rest: str) -> str:
    return f"{term.chain or term.network or ''} term {term.term} {rest}"


def _neighbours(earlier: Term, term: Term, places: TermPlaces, shared: dict[str, list[Term]]) -> Iterable[Problem]:
    """Hold the ranges of two consecutive terms against each other; one shared block is collected, not reported here."""
    start = term.figures.get("start_block")
    if start is None or term.start_block is None or earlier.end_block is None or earlier.start_block is None:
        return
    between = term.start_block - earlier.end_block - 1
    if between == -1:
        shared.setdefault(term.chain or term.network or "", []).append(term)
    elif between != 0:
        code, blocks = ("round-gap", between) if between > 0 else ("round-overlap", -between)
        belong = "belong to neither" if between > 0 else "belong to both"
        yield _at(
            code,
            start,
            "start_block",
            places,
            subject=_subject(term, "start_block"),
            what=f"Term {earlier.term} ends at block {earlier.end_block} ({_source_of(earlier, 'end_block')}) and"
            f" {name_of(term)} starts at {term.start_block}: {blocks} {'block' if blocks == 1 else 'blocks'} {belong}.",
            repair="Check both ranges against the chain and set the block that is wrong.",
        )


def _shared_blocks(chain: str, found: list[Term]) -> Problem:
    """Report once for a chain that its terms share the block between them, as its reports count."""
    file, line = file_and_line(found[0].figures["start_block"].source)
    numbers = ", ".join(str(term.term) for term in found)
    return problem(
        "round-overlap",
        file=file,
        line=line,
        subject=f"{chain} shared blocks",
        what=f"On {chain or 'an unknown chain'} the block at which a term ends is also the first of the next one: an"
        f" overlap of 1 block (terms that start so: {numbers}).",
        repair="The shared block is counted to the later term.",
        applied=True,
    )


def _source_of(term: Term, name: str) -> str:
    found = term.figures.get(name)
    return found.source if found else "not stated"


def _falling_within(term: Term, places: TermPlaces) -> Iterable[Problem]:
    for stem in FALLING_WITHIN:
        start, end = term.figures.get(f"{stem}_start"), term.figures.get(f"{stem}_end")
        if start is not None and end is not None and _falls(start, end):
            yield _at(
                "impossible-figure",
                end,
                f"{stem}_end",
                places,
                subject=_subject(term, f"{stem}_end falls"),
                what=f"The number of {stem} falls from {start.value} to {end.value} in {name_of(term)}; it only ever grows.",
                repair="Give the true value; the printed one is kept.",
            )


def _weightless(term: Term, places: TermPlaces) -> Iterable[Problem]:
    """Report uploads that are said to weigh nothing: the size was not measured then, or left out."""
    for end in ("start", "end"):
        size, uploads = (term.figures.get(f"{stem}_{end}") for stem in ("content_bytes", "uploads"))
        if size is not None and size.value == 0 and uploads is not None and uploads.value:
            yield _at(
                "contradiction",
                size,
                f"content_bytes_{end}",
                places,
                subject=_subject(term, f"content_bytes_{end} nothing"),
                what=f"The size of content is 0 at the {end} of {name_of(term)}, where {uploads.value} uploads are counted"
                f" ({uploads.source}).",
                repair="Give the true size; the printed 0 is kept.",
            )


def _falling_between(earlier: Term, term: Term, places: TermPlaces) -> Iterable[Problem]:
    for stem in NEVER_FALLING:
        end, start = earlier.figures.get(f"{stem}_end"), term.figures.get(f"{stem}_start")
        if start is not None and end is not None and _falls(end, start):
            name = f"{stem}_start"
            yield _at(
                "impossible-figure",
                start,
                name,
                places,
                subject=_subject(term, f"{name} falls"),
                what=f"{stem.replace('_', ' ').capitalize()} is {_text(name, start)} at the start of {name_of(term)}, but"
                f" {_text(name, end)} at the end of term {earlier.term} ({end.source}); it only ever grows.",
                repair="Give the true value of the one that is wrong; the printed one is kept.",
            )


def _falls(before: Figure, after: Figure) -> bool:
    return isinstance(before.value, int) and isinstance(after.value, int) and after.value < before.value


def _copied_in_term(term: Term, places: TermPlaces, confirmed: bool) -> Iterable[Problem]:
    """Report amounts of one source that are equal to the last digit: the second one was copied from the first.

    Nobody copies the sums of a live source. ``confirmed`` says that by the spending ledger all spending of
    the term was for bounties, so that both are equal.
    """
    seen: dict[tuple[str, object], str] = {}
    for name in FLOWS:
        found = term.figures.get(name)
        if found is None or found.value == 0 or found.format in AT_BLOCKS:
            continue
        first = seen.setdefault((found.source, found.value), name)
        if first != name and not (confirmed and {first, name} == {"spending_executed", "bounties_paid"}):
            yield _at(
                "figure-copied",
                found,
                name,
                places,
                subject=_subject(term, f"{name} is {first}"),
                what=f"{_words(name)} and {_words(first).lower()} are both {_text(name, found)} tokens in {name_of(term)}:"
                " one looks copied from the other.",
                repair="Look up the true figure; the printed one is kept.",
            )


def _copied_from_before(earlier: Term, term: Term, places: TermPlaces) -> Iterable[Problem]:
    """Report amounts that are those of the term before, to the last digit. A council's pay may well stay the same."""
    for name in FLOWS:
        found, other = term.figures.get(name), earlier.figures.get(name)
        if name == "council_rewards" or found is None or other is None or found.value == 0:
            continue
        if found.format in AT_BLOCKS:
            continue
        if found.value == other.value:
            yield _at(
                "figure-copied",
                found,
                name,
                places,
                subject=_subject(term, f"{name} of the term before"),
                what=f"{_words(name)} is {_text(name, found)} tokens in {name_of(term)} as in term {earlier.term}"
                f" ({other.source}): it looks carried over.",
                repair="Look up the true figure; the printed one is kept.",
            )


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _text(name: str, figure: Figure) -> str:
    if unit_of(name) == "tokens" and isinstance(figure.value, int):
        return token_text(Amount(figure.value))
    return str(figure.value)
