"""The table of validators: reward points, shares of the mean, eras without points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from secretariat.duties.leaderboard.validator_points import TOTAL, validator_points
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, RATIO, TEXT, Column, Table
from secretariat.facts.validators import EraOffences, ValidatorEras

FOUR_PLACES = Decimal("0.0001")

HIGHEST_SHARE = Decimal(10**9)
"""No network has so many validators: a greater share comes from damaged points and is no figure."""

Place = tuple[str, str]
"""Chain and network, empty where not known: eras are numbered anew on every chain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidatorRow:
    """One validator over all eras that its network's files list it in."""

    network: str | None
    chain: str | None
    account: str
    points_by_era: dict[int, int]
    share_of_mean: Decimal | None
    missing_eras: int
    source: str


def points_by_account(stated: Iterable[Stated[ValidatorEras]]) -> dict[Place, dict[str, dict[int, int]]]:
    """Gather points by place, account and era. Where two files list one era of one account, the first counts."""
    gathered: dict[Place, dict[str, dict[int, int]]] = {}
    for record in stated:
        accounts = gathered.setdefault(place_of(record.fact), {})
        points = accounts.setdefault(record.fact.account, {})
        for era, era_points, _ in record.fact.eras:
            points.setdefault(era, era_points)
    return gathered


def place_of(fact: ValidatorEras | EraOffences) -> Place:
    """Give chain and network of a fact, empty where not known."""
    return (fact.chain or "", fact.network or "")


def era_sums(accounts: dict[str, dict[int, int]]) -> dict[int, tuple[int, int]]:
    """Count validators and sum points of every era; the printed sums are left out."""
    sums: dict[int, tuple[int, int]] = {}
    for account, points in accounts.items():
        if account == TOTAL:
            continue
        for era, era_points in points.items():
            count, total = sums.get(era, (0, 0))
            sums[era] = (count + 1, total + era_points)
    return sums


def validator_rows(snapshot: Snapshot) -> list[ValidatorRow]:
    """List every validator with its figures, by chain, network and account."""
    stated = validator_points(snapshot)
    sources: dict[tuple[Place, str], str] = {}
    for record in stated:
        sources.setdefault((place_of(record.fact), record.fact.account), record.source)
    rows = []
    for place, accounts in sorted(points_by_account(stated).items()):
        sums = era_sums(accounts)
        eras = sorted(sums)
        factors = {era: Decimal(count) / total for era, (count, total) in sums.items() if total > 0}
        for account, points in sorted(accounts.items()):
            if account == TOTAL or not points:
                continue
            known = bisect_right(eras, max(points)) - bisect_left(eras, min(points))
            rows.append(
                ValidatorRow(
                    chain=place[0] or None,
                    network=place[1] or None,
                    account=account,
                    points_by_era=points,
                    share_of_mean=_share_of_mean(points, factors),
                    missing_eras=known - len(points),
                    source=sources[place, account],
                )
            )
    return rows


def _share_of_mean(points: dict[int, int], factors: dict[int, Decimal]) -> Decimal | None:
    """Average points over mean points; ``factors`` holds 1 / mean of each era that has any points."""
    shares = [era_points * factors[era] for era, era_points in points.items() if era in factors]
    if not shares:
        return None
    mean = sum(shares, Decimal(0)) / len(shares)
    return mean.quantize(FOUR_PLACES, ROUND_HALF_EVEN) if abs(mean) < HIGHEST_SHARE else None


_POINTS = "contributions/research/validators/<network>/points.json; the chain's ended eras on the main network"

TABLE: Table[ValidatorRow] = Table(
    name="validators",
    title="Validators",
    description="Reward points of every validator: eras active, points, share of the mean, eras without points.",
    columns=(
        Column(
            name="network",
            description="Network as the source labels it.",
            unit=TEXT,
            value=lambda row: row.network,
            source=_POINTS,
        ),
        Column(
            name="chain",
            description="Chain under which eras are numbered.",
            unit=TEXT,
            value=lambda row: row.chain,
            source=_POINTS,
        ),
        Column(
            name="account",
            description="Stash account of the validator.",
            unit=TEXT,
            value=lambda row: row.account,
            source=_POINTS,
        ),
        Column(
            name="eras_active",
            description="Number of eras in which the source lists the validator, with points or with none; the chain lists only who has"
            " points.",
            unit=COUNT,
            value=lambda row: len(row.points_by_era),
            source=_POINTS,
        ),
        Column(
            name="first_era",
            description="First era listed.",
            unit=NUMBER,
            value=lambda row: min(row.points_by_era),
            source=_POINTS,
        ),
        Column(
            name="last_era",
            description="Last era listed.",
            unit=NUMBER,
            value=lambda row: max(row.points_by_era),
            source=_POINTS,
        ),
        Column(
            name="points",
            description="Sum of reward points over the eras listed.",
            unit=COUNT,
            value=lambda row: sum(row.points_by_era.values()),
            source=_POINTS,
        ),
        Column(
            name="share_of_mean",
            description="For each era listed: the validator's points divided by the mean points of all validators listed in that"
            " era. This column is the mean of those quotients, to 4 places, half to even; 1 is as many as the others."
            " Eras in which nobody has points are left out.",
            unit=RATIO,
            value=lambda row: row.share_of_mean,
            source=_POINTS,
        ),
        Column(
            name="zero_eras",
            description="Number of eras in which the source lists the validator with 0 points.",
            unit=COUNT,
            value=lambda row: sum(1 for points in row.points_by_era.values() if points == 0),
            source=_POINTS,
        ),
        Column(
            name="missing_eras",
            description="Number of eras between the first and the last that the source lists for others but not for this validator.",
            unit=COUNT,
            value=lambda row: row.missing_eras,
            source=_POINTS,
        ),
        Column(
            name="source",
            description="File and line of the validator's first record, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_POINTS,
        ),
    ),
    rows=validator_rows,
)
