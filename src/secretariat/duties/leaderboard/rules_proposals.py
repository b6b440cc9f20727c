"""Rules about proposals: one number with two titles, numbers out of the order of their blocks."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.rules_order import order_problems
from secretariat.duties.leaderboard.titles import folded_title, same_title
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Problem, problem
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.texts import quoted


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
    dumped = snapshot.of(DumpedProposal)
    yield from order_problems("proposal", ((stated.fact.number, stated) for stated in dumped))


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
            what=f"Proposal {key[1]} of {key[0] or 'an unknown chain'} is called {quoted(stated.fact.title.strip())} here, but"
            f" {quoted(first.fact.title.strip())} in {first.source}.",
            repair="Look up which of the two has this number and mend the other one in its file.",
        )
