"""How often each type of proposal was filed: overall, and in each council term, with the number of all that were."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import starts_of_terms, term_number_at
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.snapshot import Snapshot, once


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """How often types were filed among the ``n`` proposals ``filed``. ``by_type`` has every type that is known, also with 0.

    ``untyped`` counts those among the ``filed`` whose type is none of the known ones.
    """

    filed: tuple[Proposal, ...]
    by_type: Mapping[str, int]
    untyped: int

    @property
    def n(self) -> int:
        """Count them."""
        return len(self.filed)


def use_between(snapshot: Snapshot, first: int, end: int | None = None) -> Use | None:
    """Count the proposals filed from block ``first`` to the one before ``end``; None where the list is not known whole."""
    filed = _filed(snapshot)
    if filed is None:
        return None
    return _use(
        [one for one in filed if first <= (one.created_block or 0) and (end is None or (one.created_block or 0) < end)]
    )


def use_by_term(snapshot: Snapshot) -> Mapping[int, Use] | None:
    """Count the proposals of each council term, 0 before the first; None where proposals or terms are not known whole."""
    filed, starts = _filed(snapshot), starts_of_terms(snapshot)
    if filed is None or starts is None:
        return None
    by_term: dict[int, list[Proposal]] = {number: [] for number in range(1, len(starts) + 1)}
    for one in filed:
        by_term.setdefault(term_number_at(starts, one.created_block) or 0, []).append(one)
    return {number: _use(found) for number, found in sorted(by_term.items())}


@once
def _filed(snapshot: Snapshot) -> tuple[Proposal, ...] | None:
    """Give every proposal; None unless their numbers run from the first without a gap, and each says in which block it was filed.

    The chain numbers proposals one after another from 0 or 1 on, so that a list cut by a bound, or with one that cannot be read, is
    not counted.
    """
    found = [one.fact for one in snapshot.of(Proposal)]
    numbers = sorted(one.number for one in found if one.number is not None)
    if not numbers or numbers[0] > 1 or numbers != list(range(numbers[0], numbers[0] + len(found))):
        return None
    return tuple(found) if all(one.created_block is not None for one in found) else None


def _use(filed: list[Proposal]) -> Use:
    counted = Counter(one.type for one in filed)
    by_type = {each.name: counted[each.name] for each in PROPOSAL_TYPES}
    return Use(filed=tuple(filed), by_type=by_type, untyped=len(filed) - sum(by_type.values()))
