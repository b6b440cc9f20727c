"""The published KPI earnings: for every KPI round, what each council member earned in dollars and tokens."""

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.amounts import Amount, decimal_text, token_text
from secretariat.facts.kpis import KpiEarning, KpiTermEarnings
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import located_json
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_number,
    as_whole,
    members_of,
    note_unknown_names,
    text,
    token_amount,
    unwrapped,
    usd,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, line_of

_ROUND_NAMES = frozenset(("kpi", "totalPossibleRewardsUsd", "councilMembers", "totalRewardUsd", "totalRewardTjoy"))
_MEMBER_NAMES = frozenset(("id", "handle", "rewardUsd", "rewardTjoy"))
MAX_ROUND = 100_000


def recognises(path: str, head: str) -> bool:
    """Tell the earnings file by its keys."""
    if not path.lower().endswith(".json"):
        return False
    if re.search(r'"(totalPossibleRewardsUsd|totalRewardTjoy|totalRewardUsd)"\s*:', head):
        return True
    return knows_name(path) and head.lstrip()[:1] in ("[", "{")


def knows_name(path: str) -> bool:
    """Tell the earnings file by its name: ``kpi_earnings_per_term.json``."""
    name = PurePosixPath(path).name.lower()
    return name.startswith("kpi_earnings") and name.endswith(".json")


def parse(document: Document, reading: Reading) -> None:
    """Read every round of the file: a list of rounds, or one round."""
    data = located_json.load(document, reading)
    if data is None:
        return
    data = unwrapped(data, _ROUND_NAMES)
    rounds = data if isinstance(data, list) else [data]
    for place, values in enumerate(rounds, start=1):
        number = as_whole(values.get("kpi")) if isinstance(values, LocatedDict) else None
        if number is None or number > MAX_ROUND:
            reading.problem(
                "row-malformed",
                line_of(values, line_of(data)),
                subject=f"round at place {place}",
                what=f"Item {place} of the earnings is no KPI round: it has no round number under the name kpi.",
                repair="Mend the file and import it again.",
                refused=True,
            )
        else:
            _read_round(Entry(reading, values, KpiTermEarnings.KIND, str(number)), number)
    note_unknown_names(reading, "a round of earnings", rounds, _ROUND_NAMES)


def _read_round(entry: Entry, number: int) -> None:
    fact = KpiTermEarnings(
        kpi_round=number,
        possible_usd=usd(entry, "totalPossibleRewardsUsd", "possible_usd"),
        total_usd=usd(entry, "totalRewardUsd", "total_usd"),
        total_tokens=token_amount(entry, "totalRewardTjoy", "total_tokens"),
    )
    if not entry.reading.add(entry.key, entry.line, fact):
        return
    rows = entry.values.get("councilMembers")
    if not isinstance(rows, list):
        entry.reading.problem(
            "row-malformed",
            entry.line,
            subject=f"members of round {number}",
            what=f"KPI round {number} has no list of council members, so nobody's earnings in it are known.",
            repair="Mend the file and import it again.",
            refused=True,
        )
    found = [(row, _read_member(entry, row, number, place)) for place, row in enumerate(members_of(rows), start=1)]
    note_unknown_names(entry.reading, "an earning", members_of(rows), _MEMBER_NAMES)
    earned = [(row, fact) for row, fact in found if fact is not None]
    if isinstance(rows, list) and len(earned) == len(found):
        _check_totals(entry, fact, [earning for _, earning in earned])
    _check_rate(entry, number, earned)


def _read_member(round_: Entry, row: Any, number: int, place: int) -> KpiEarning | None:
    if not isinstance(row, LocatedDict):
        round_.reading.problem(
            "row-malformed",
            round_.line,
            subject=f"round {number} row {place}",
            what=f"Row {place} of KPI round {number} is not an object with a member and a reward.",
            repair="Mend the file and import it again.",
            refused=True,
        )
        return None
    member = as_whole(row.get("id"))
    key = f"{number}/{member}" if member is not None else f"{number}/row {place}"
    entry = Entry(round_.reading, row, KpiEarning.KIND, key)
    whole(entry, "id", "member_id")
    fact = KpiEarning(
        kpi_round=number,
        member_id=member,
        handle=text(entry, "handle", "handle"),
        usd=usd(entry, "rewardUsd", "usd"),
        tokens=token_amount(entry, "rewardTjoy", "tokens"),
    )
    if as_number(row.get("id")).empty:
        entry.problem(
            "row-malformed",
            "member_id",
            f"Row {place} of KPI round {number} names no member by number.",
            repair="Set the member's number; the earnings are kept without it.",
        )
    round_.reading.add(key, entry.line, fact)
    return fact


def _check_totals(entry: Entry, fact: KpiTermEarnings, earned: Sequence[KpiEarning]) -> None:
    dollars = [earning.usd for earning in earned]
    if fact.total_usd is not None and all(value is not None for value in dollars):
        total = sum((value for value in dollars if value is not None), Decimal(0))
        if total != fact.total_usd:
            _not_sum(entry, "total_usd", f"{decimal_text(fact.total_usd)} USD", f"{decimal_text(total)} USD")
    tokens = [earning.tokens for earning in earned]
    if fact.total_tokens is not None and all(value is not None for value in tokens):
        amount = sum(value for value in tokens if value is not None)
        if amount != fact.total_tokens:
            _not_sum(
                entry, "total_tokens", f"{token_text(fact.total_tokens)} tokens", f"{token_text(Amount(amount))} tokens"
            )
    if fact.possible_usd is not None and fact.total_usd is not None and fact.total_usd > fact.possible_usd:
        entry.problem(
            "impossible-figure",
            "total_usd",
            f"KPI round {entry.key} paid {decimal_text(fact.total_usd)} USD, more than the"
            f" {decimal_text(fact.possible_usd)} USD that were possible.",
            repair="Set the figure that is wrong.",
        )


def _not_sum(entry: Entry, field: str, stated: str, found: str) -> None:
    entry.problem(
        "total-not-sum",
        field,
        f"KPI round {entry.key} prints {stated} in total; its members come to {found}.",
        repair="Mend the total or the row that is wrong; the rows count.",
    )


def _check_rate(entry: Entry, number: int, earned: Sequence[tuple[LocatedDict, KpiEarning]]) -> None:
    """Compare tokens with dollars: all earnings of one round were paid at one rate, the one of most of its rows.

    A row may be off by the rounding of its dollars to whole ones and of its tokens to whole ones.
    """
    rated = [
        (row, fact.usd, Decimal(fact.tokens).scaleb(-10))
        for row, fact in earned
        if fact.usd is not None and fact.tokens is not None and fact.usd > 0 and fact.tokens > 0
    ]
    if len(rated) < 3:
        return
    rate = sorted(amount / dollars for _, dollars, amount in rated)[len(rated) // 2]
    for row, dollars, amount in rated:
        if abs(amount - dollars * rate) > rate / 2 + 1:
            member = as_whole(row.get("id"))
            target = Entry(entry.reading, row, KpiEarning.KIND, f"{number}/{member}")
            target.problem(
                "amount-not-rate",
                "tokens",
                f"Member {member} earned {decimal_text(dollars)} USD and {decimal_text(amount)} tokens in KPI round"
                f" {number}; at the rate of the round's other rows that is {round(dollars * rate)}.",
                repair="Look up which of the two is right; both are kept as printed.",
            )


FORMAT = Format(
    name="kpi-earnings",
    title="the KPI earnings per term",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
