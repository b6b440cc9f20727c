"""The rule on numbers: what the chain numbers as it is made has blocks that rise with the numbers."""

from collections.abc import Iterable

from secretariat.facts.forum import ForumThread
from secretariat.facts.numbering import out_of_order
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.records import Stated

Numbered = Stated[ForumThread] | Stated[DumpedProposal]


def order_problems(noun: str, numbered: Iterable[tuple[int, Numbered]]) -> Iterable[Problem]:
    """Report what is said to be made at a block that does not fit its number, among those of one file and chain.

    ``noun`` names one of them in a message; what has no block is left out.
    """
    by_file: dict[tuple[str, str | None], dict[int, Numbered]] = {}
    for number, stated in numbered:
        if stated.fact.created_block is not None:
            by_file.setdefault((stated.file, stated.fact.chain), {})[number] = stated
    for (_, chain), found in by_file.items():
        for number in out_of_order((n, stated.fact.created_block or 0) for n, stated in found.items()):
            yield _problem(noun, number, chain, found[number])


def _problem(noun: str, number: int, chain: str | None, stated: Numbered) -> Problem:
    return problem(
        "impossible-figure",
        file=stated.file,
        line=stated.line,
        subject=f"{chain or ''} {noun} {number} order",
        what=f"{noun.capitalize()} {number} is said to be made at block {stated.fact.created_block}, which does not lie"
        " between the blocks of the numbers before and after it; numbers are given in the order of creation.",
        repair="Look up the block on the chain; it is kept as dumped.",
        target=Target(kind=stated.kind, key=stated.key, field="created_block"),
    )
