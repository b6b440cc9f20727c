"""Rules about the numberings of rounds beside each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from secretariat.duties.leaderboard.term_places import file_and_line
from secretariat.facts.problems import Problem, problem
from secretariat.facts.term_view import Term
from secretariat.facts.terms import COUNCIL_TERM, ELECTION_ROUND

FEWEST_TO_COMPARE = 3
"""Two numberings show how far they lie apart in so many terms, or not at all."""


def round_problems(known: Sequence[Term]) -> Iterable[Problem]:
    """Hold the chain's election rounds against council terms and against the rounds of the results file."""
    by_chain: dict[str, list[Term]] = {}
    for term in known:
        if term.chain is not None and term.election_round is not None:
            by_chain.setdefault(term.chain, []).append(term)
    for chain, found in by_chain.items():
        yield from _not_rising(chain, found)
        yield from _results_apart(chain, found)


def numbering_problems(known: Sequence[Term]) -> Iterable[Problem]:
    """Name every council of which no source states the term: its row has another number in that place."""
    for term in known:
        if term.numbering != COUNCIL_TERM:
            file, line = file_and_line(term.sources[0] if term.sources else "")
            number = "the chain's election round" if term.numbering == ELECTION_ROUND else "a number of the council"
            yield problem(
                "term-not-stated",
                file=file,
                line=line,
                subject=f"{term.chain or term.network} {term.term} term",
                what=f"No source says which council term this is: the report prints {number}, {term.term}, and no more.",
                repair=f"Write the line 'Council Term' into the report if it is known; until then {term.term} stands in the place"
                " of the term and term_numbering says what it is.",
            )


def _not_rising(chain: str, found: list[Term]) -> Iterable[Problem]:
    """Report election rounds that rise by less than the terms do: every council was elected in a later round."""
    for earlier, term in pairwise(sorted(found, key=lambda term: term.term)):
        rounds = (term.election_round or 0) - (earlier.election_round or 0)
        if rounds < term.term - earlier.term:
            yield _at(
                term,
                f"{chain} term {term.term} election round order",
                f"Term {earlier.term} of {chain} comes from election round {earlier.election_round} and term {term.term} from"
                f" round {term.election_round}: that is too few rounds, as every council is elected in a later one.",
            )


def _results_apart(chain: str, found: list[Term]) -> Iterable[Problem]:
    """Report results rounds that lie at another distance from the election rounds than most do on their chain."""
    apart = {
        term.term: (term.election_round or 0) - term.results_round for term in found if term.results_round is not None
    }
    usual, times = Counter(apart.values()).most_common(1)[0] if apart else (0, 0)
    if times < FEWEST_TO_COMPARE or times * 2 <= len(apart):
        return
    for term in found:
        if apart.get(term.term, usual) != usual:
            expected = (term.results_round or 0) + usual
            yield _at(
                term,
                f"{chain} term {term.term} results round",
                f"Term {term.term} of {chain} comes from election round {term.election_round} by its council report, but"
                f" from {expected} by the results file, whose round {term.results_round} ends with it.",
            )


def _at(term: Term, subject: str, what: str) -> Problem:
    file, line = file_and_line(term.sources[0] if term.sources else "")
    return problem(
        "contradiction",
        file=file,
        line=line,
        subject=subject,
        what=what,
        repair="Check the election round against the chain; both numbers are kept as they are.",
    )
