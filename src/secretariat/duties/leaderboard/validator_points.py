"""Reward points of validators as the archives print them, and as the chain stores them era by era."""

from secretariat.facts.accounts import address_of, is_key
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_validators import StoredEra
from secretariat.facts.validators import ValidatorEras

TOTAL = "Total"
"""The account under which the archives print sums; it is not a validator."""


def validator_points(snapshot: Snapshot) -> tuple[Stated[ValidatorEras], ...]:
    """List the archives' records, then one for each validator and ended era of the main network.

    The chain lists who has points; who has none in an era is not in it.
    """
    ended = sorted((one for one in snapshot.of(StoredEra) if one.fact.ended), key=lambda one: one.fact.era)
    live = (_stated(era, _address(each.account), each.points) for era in ended for each in era.fact.points)
    totals = (_stated(era, TOTAL, era.fact.total_points) for era in ended if era.fact.total_points is not None)
    return (*snapshot.of(ValidatorEras), *live, *totals)


def _stated(era: Stated[StoredEra], account: str, points: int) -> Stated[ValidatorEras]:
    return Stated(
        kind=ValidatorEras.KIND,
        key=era.key,
        file=era.file,
        format=era.format,
        line=era.line,
        fact=ValidatorEras(network=MAINNET, chain=MAINNET, account=account, eras=((era.fact.era, points, 0),)),
    )


def _address(account: str) -> str:
    """Write a public key as people do; what is none stays as it is."""
    return address_of(account) if is_key(account) else account
