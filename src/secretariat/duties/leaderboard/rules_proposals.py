"""Rules about proposals: one number with two titles, numbers out of the order of their blocks."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.titles import folded_title, same_title
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.numbering import out_of_order
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot


def proposal_problems(snapshot: Snapshot, views: Sequence[ProposalView]) -> Iterable[Problem]:
    """Run every rule about proposals."""
    ledger: dict[tuple[str | None, int], list[Stated[SpendingRow]]] = {}
    for row in snapshot.of(SpendingRow):
        ledger.setdefault((row.fact.chain, row.fact.number), []).append(row)
    known = {(view.chain, view.number): view for view in views}
    for key in sorted({*known, *ledger}, key=lambda key: (key[0] or "", key[1])):
        view = known.get(key)
        named: list[AnyStated] = [*view.dumps, *view.reports] if view is not None else []
        yield from _collisions(key, [*named, *ledger.get(key, [])])
    yield from _out_of_order(snapshot)


def _collisions(key: tuple[str | None, int], named: list[AnyStated]) -> Iterable[Problem]:
    """Report every source whose title is another one than the first source's."""
    titled = [stated for stated in named if stated.fact.title and stated.fact.title.strip()]
    others: list[AnyStated] = []
    for stated in titled[1:]:
        apart = not same_title(titled[0].fact.title, stated.fact.title)
        if apart and all(not same_title(other.fact.title, stated.fact.title) for other in others):
            others.append(stated)
    for stated in others:
        first = titled[0]
        yield problem(
            "number-collision",
            file=stated.file,
            line=stated.line,
            subject=f"{key[0] or ''} proposal {key[1]} {folded_title(stated.fact.title)[:60]}",
            what=f"Proposal {key[1]} of {key[0] or 'an unknown chain'} is called {_short(stated.fact.title)} here, but"
            f" {_short(first.fact.title)} in {first.source}.",
            repair="Look up which of the two has this number and mend the other one in its file.",
        )


def _short(title: str) -> str:
    clean = " ".join(title.split())
    return repr(clean if len(clean) <= 60 else clean[:57] + "...")


def _out_of_order(snapshot: Snapshot) -> Iterable[Problem]:
    """Report dumped proposals whose blocks do not rise with their numbers."""
    by_chain: dict[tuple[str, str | None], list[Stated[DumpedProposal]]] = {}
    for stated in snapshot.of(DumpedProposal):
        if stated.fact.created_block is not None:
            by_chain.setdefault((stated.file, stated.fact.chain), []).append(stated)
    for (_, chain), found in by_chain.items():
        by_number = {stated.fact.number: stated for stated in found}
        for number in out_of_order((n, stated.fact.created_block or 0) for n, stated in by_number.items()):
            stated = by_number[number]
            yield problem(
                "impossible-figure",
                file=stated.file,
                line=stated.line,
                subject=f"{chain or ''} proposal {number} order",
                what=f"Proposal {number} is said to be made at block {stated.fact.created_block}, which does not lie"
                " between the blocks of the numbers before and after it; numbers are given in the order of creation.",
                repair="Look up the block on the chain; it is kept as dumped.",
                target=Target(kind=stated.kind, key=stated.key, field="created_block"),
            )
