"""Reward points of validators: for each account and era the points and a second figure, and the printed sums."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.networks import chain_of
from secretariat.facts.texts import quoted
from secretariat.facts.validators import ValidatorEras
from secretariat.sources.archives.document import Document, Reading, TooLarge
from secretariat.sources.archives.dumps.fields import U32, U64, is_account, whole_number
from secretariat.sources.archives.dumps.quoted_map import Item, items, repeated_names
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.places import network_of_path

TOTAL = "Total"
"""The account under which the source prints its sums."""

MOST_ERAS = 2_500_000
"""So many figures of one account in one era are kept of a file; they take about as much as the records of another."""

_SHOWN = 5
_ACCOUNT = r'"(?:Total|[1-9A-HJ-NP-Za-km-z]{46,49})"'
_FIRST = re.compile(r"\s*\{\s*" + _ACCOUNT + r'\s*:\s*\{\s*(?:\}|"\d+"\s*:\s*\[)')
_ANY = re.compile(_ACCOUNT + r"\s*:")
_ERA = re.compile(r"[0-9]{1,10}")

Figures = tuple[int, int]
"""Points and the second figure of one account in one era."""


@dataclass(frozen=True, slots=True)
class _Eras:
    """One account's eras with their figures, and the eras whose figures cannot be read."""

    figures: dict[int, Figures]
    unreadable: tuple[str, ...]


@dataclass(slots=True)
class _Sums:
    """The accounts' figures added up, the eras in which one is not known, and the sums that the source prints.

    ``whole`` is False when an account could not be read, so that the sums cannot be compared.
    """

    added: dict[int, Figures] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    printed: dict[int, Figures] | None = None
    printed_line: int = 1
    whole: bool = True


def parse(document: Document, reading: Reading) -> None:
    """Read every account's eras and compare the printed sums with theirs. Raises TooLarge for more than is kept of any."""
    network = network_of_path(document.path)
    tell_network(reading, network)
    sums = _Sums()
    count = 0
    for item in items(document.pieces(), reading):
        eras = _account(item, reading)
        if eras is None:
            sums.whole = False
            continue
        count += len(eras.figures)
        if count > MOST_ERAS:
            raise TooLarge(f"The file holds figures of more than {MOST_ERAS:,} eras of accounts; no such file does.")
        fact = ValidatorEras(
            network=network,
            chain=chain_of(network),
            account=item.name or "",
            eras=tuple((era, *figures) for era, figures in sorted(eras.figures.items())),
        )
        if reading.add(fact.account, item.line, fact):
            _sum_up(sums, item, eras)
        elif reading.records[fact.KIND, fact.account].fact != fact:
            sums.whole = False
    if sums.whole and not any(problem.code == "json-invalid" for problem in reading.problems):
        _compare(reading, sums)


def tell_network(reading: Reading, network: str | None) -> None:
    """Report a file whose place in the archive names no network."""
    if network is None:
        reading.problem(
            "network-unknown",
            1,
            subject="network",
            what="Neither the file's name nor its folders name a network, so its eras belong to no chain.",
            repair="Put the file into a folder named after its network, such as Sumer, and import it again.",
        )


def _account(item: Item, reading: Reading) -> _Eras | None:
    """Read one account; None, with a problem, when it is not an account with eras."""
    name = item.name or ""
    if name != TOTAL and not is_account(name):
        _refuse(reading, item.line, name, f"{quoted(name)} is not an account's address.")
        return None
    if not isinstance(item.value, dict):
        _refuse(reading, item.line, name, f"Account {quoted(name)} has no eras, but {quoted(item.value)}.")
        return None
    eras = _eras(item.value)
    if eras.unreadable:
        shown = ", ".join(quoted(era, 20) for era in eras.unreadable[:_SHOWN])
        reading.problem(
            "row-malformed",
            item.line,
            subject=f"account {name} eras",
            what=f"Account {name} has {len(eras.unreadable)} eras without two readable figures: {shown}"
            + (", and more." if len(eras.unreadable) > _SHOWN else "."),
            repair="Mend these eras and import the file again; the account's other eras were read.",
        )
    return eras


def _refuse(reading: Reading, line: int, name: str, what: str) -> None:
    reading.problem(
        "row-malformed",
        line,
        subject=f"account {name[:100]}",
        what=what,
        repair="Mend the account and import the file again; until then it is left out.",
        refused=True,
    )


def _eras(value: dict[str, Any]) -> _Eras:
    figures: dict[int, Figures] = {}
    twice = repeated_names(value)
    unreadable = sorted(twice)
    for printed, pair in value.items():
        if printed in twice:
            continue
        era = int(printed) if _ERA.fullmatch(printed) else None
        both = _figures(pair)
        if era is None or era > U32 or era in figures or both is None:
            unreadable.append(printed)
        else:
            figures[era] = both
    return _Eras(figures, tuple(unreadable))


def _figures(pair: object) -> Figures | None:
    if not isinstance(pair, list) or len(pair) != 2:
        return None
    points, second = pair
    if type(points) is not int or type(second) is not int or points < 0 or second < 0:
        points, second = whole_number(points), whole_number(second)
    if points is None or second is None or max(points, second) > U64:
        return None
    return points, second


def _sum_up(sums: _Sums, item: Item, eras: _Eras) -> None:
    for printed in eras.unreadable:
        if _ERA.fullmatch(printed):
            sums.doubtful.add(int(printed))
        else:
            sums.whole = False
    if item.name == TOTAL:
        sums.printed, sums.printed_line = eras.figures, item.line
        return
    for era, (points, second) in eras.figures.items():
        before = sums.added.get(era, (0, 0))
        sums.added[era] = (before[0] + points, before[1] + second)


def _compare(reading: Reading, sums: _Sums) -> None:
    """Compare the printed sums with the accounts' figures, but for eras in which a figure is not known."""
    printed, added = sums.printed, sums.added
    if printed is None:
        return
    eras = sorted((printed.keys() | added.keys()) - sums.doubtful)
    wrong = [era for era in eras if printed.get(era) != added.get(era)]
    if not wrong:
        return
    shown = "; ".join(
        f"era {era} prints {_pair(printed.get(era))}, the accounts add up to {_pair(added.get(era))}"
        for era in wrong[:_SHOWN]
    )
    reading.problem(
        "total-not-sum",
        sums.printed_line,
        subject="Total",
        what=f"The sums under Total are not those of the accounts in {len(wrong)} eras: {shown}"
        + ("; and more." if len(wrong) > _SHOWN else "."),
        repair="Find out whether an account is missing or a sum is old; both are kept as printed.",
    )


def _pair(figures: Figures | None) -> str:
    return f"{figures[0]} and {figures[1]}" if figures else "nothing"


def _recognises(path: str, head: str) -> bool:
    if _FIRST.match(head):
        return True
    start = head.lstrip()
    return _knows_name(path) and start.startswith("{") and (_ANY.search(head) is not None or start.strip() == "{}")


def _knows_name(path: str) -> bool:
    return PurePosixPath(path).name.lower() == "points.json"


FORMAT = Format(
    name="validator-points",
    title="a file of validator points",
    recognises=_recognises,
    parse=parse,
    knows_name=_knows_name,
    streams=True,
)
