"""The table of eras: validators, their reward points and offences."""

from dataclasses import dataclass

from secretariat.duties.leaderboard.validator_points import TOTAL, validator_points
from secretariat.duties.leaderboard.validators import Place, era_sums, place_of, points_by_account
from secretariat.facts.records import CHAIN, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, Column, Table
from secretariat.facts.validators import EraOffences


@dataclass(frozen=True, kw_only=True, slots=True)
class EraRow:
    """One era: its validators' points, the printed sum where there is one, and the offences."""

    network: str | None
    chain: str | None
    era: int
    validators: int | None
    points: int | None
    points_printed: int | None
    offences: int | None
    source: str


def era_rows(snapshot: Snapshot) -> list[EraRow]:
    """List every era that has points or offences, by chain, network and era."""
    stated = validator_points(snapshot)
    gathered = points_by_account(stated)
    sources: dict[Place, str] = {}
    of_era: dict[tuple[Place, int], str] = {}
    for record in stated:
        sources.setdefault(place_of(record.fact), record.source)
        if record.format == CHAIN:
            of_era.setdefault((place_of(record.fact), record.fact.eras[0][0]), record.source)
    offences: dict[tuple[Place, int], Stated[EraOffences]] = {}
    for found in snapshot.of(EraOffences):
        offences.setdefault((place_of(found.fact), found.fact.era), found)
    rows = []
    for place in sorted({*gathered, *(place for place, _ in offences)}):
        accounts = gathered.get(place, {})
        sums = era_sums(accounts)
        printed = accounts.get(TOTAL, {})
        listed = {era for other, era in offences if other == place}
        for era in sorted({*sums, *printed, *listed}):
            offence = offences.get((place, era))
            count, total = sums.get(era, (None, None))
            rows.append(
                EraRow(
                    chain=place[0] or None,
                    network=place[1] or None,
                    era=era,
                    validators=count,
                    points=total,
                    points_printed=printed.get(era),
                    offences=offence.fact.offences if offence else None,
                    source="; ".join(
                        part
                        for part in (of_era.get((place, era), sources.get(place)), offence and offence.source)
                        if part
                    ),
                )
            )
    return rows


_POINTS = "contributions/research/validators/<network>/points.json; the chain's ended eras on the main network"
_OFFENCES = "contributions/research/validators/<network>/offences.json"

TABLE: Table[EraRow] = Table(
    name="validator-eras",
    title="Validator eras",
    description="Every era with the number of its validators, their reward points and its offences.",
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
        Column(name="era", description="Number of the era.", unit=NUMBER, value=lambda row: row.era, source=_POINTS),
        Column(
            name="validators",
            description="Number of validators listed in the era.",
            unit=COUNT,
            value=lambda row: row.validators,
            source=_POINTS,
        ),
        Column(
            name="points",
            description="Sum of the validators' points, added here.",
            unit=COUNT,
            value=lambda row: row.points,
            source=_POINTS,
        ),
        Column(
            name="points_printed",
            description="Sum of the era's points as the source prints it under Total, or as the chain keeps it.",
            unit=COUNT,
            value=lambda row: row.points_printed,
            source=_POINTS,
        ),
        Column(
            name="offences",
            description="Number of offences in the era; empty where the source lists none, which is not the same as 0.",
            unit=COUNT,
            value=lambda row: row.offences,
            source=_OFFENCES,
        ),
        Column(
            name="source",
            description="File and line of the points and of the offences, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_POINTS,
        ),
    ),
    rows=era_rows,
)
