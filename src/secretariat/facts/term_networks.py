"""The network of a block that lies in no known term."""

from collections.abc import Iterable

from secretariat.facts.term_view import Term


def network_between(all_terms: Iterable[Term], chain: str | None, block: int | None) -> str | None:
    """Name the network of a block that no known term holds: the one of the terms on both sides, if it is one.

    A network is never left and come back to.
    """
    if chain is None or block is None:
        return None
    starts = [
        (term.start_block, term.network) for term in all_terms if term.chain == chain and term.start_block is not None
    ]
    before = max((found for found in starts if found[0] <= block), key=lambda found: found[0], default=None)
    after = min((found for found in starts if found[0] > block), key=lambda found: found[0], default=None)
    if before is None or after is None or before[1] != after[1]:
        return None
    return before[1]
