"""One row of the spending ledger, cell by cell: from printed texts by column to a fact and what was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.networks import chain_of
from secretariat.facts.texts import quoted
from secretariat.sources.archives.reading.numbers import read_integer
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.spending.numbers import Figure, commas_group, points_group, read_figure
from secretariat.sources.archives.spending.rules import Finding, agrees, row_findings
from secretariat.sources.archives.spending.slips import FIGURES
from secretariat.sources.archives.spending.words import (
    NO,
    YES,
    is_nothing,
    read_category,
    read_network,
    read_status,
    usual_categories,
)

_LONGEST_LABEL = 40
_MOST_DIGITS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """How one file writes: whether a comma, or a point, can only group thousands, and its spelling of each category."""

    grouped: bool = True
    points: bool = False
    categories: Mapping[str, str] = field(default_factory=dict)


def habits_of(rows: Iterable[Mapping[str, str]], *, grouped: bool) -> Habits:
    """Learn a file's habits from all its rows; ``grouped`` is what to expect where no figure shows it."""
    figures: list[str] = []
    categories: list[str] = []
    once: dict[str, str] = {}
    for cells in rows:
        texts = (cells[name] for name in FIGURES if cells.get(name))
        figures.extend(
            once.setdefault(text, text) for text in texts if "," in text or "." in text
        )  # others show nothing
        category = clean(cells.get("category", "")).text
        if category and not is_nothing(category):
            categories.append(once.setdefault(category, category))
    return Habits(
        grouped=commas_group(figures, expected=grouped),
        points=points_group(figures),
        categories=usual_categories(categories),
    )


def read_row(
    cells: Mapping[str, str], habits: Habits, unknown: Iterable[str] = ()
) -> tuple[SpendingRow | None, list[Finding]]:
    """Read a row's cells by column. ``unknown`` are columns whose cell is not known to be theirs.

    Without a readable network and number there is no fact, and the one finding says why.
    """
    found: list[Finding] = []
    network = _network(cells.get("network", ""), found)
    number = _number(cells.get("number", ""), found)
    if network is None or number is None:
        return None, [_without_key(cells, network is None)]
    figures = {
        name: read_figure(cells.get(name, ""), unit, grouped=habits.grouped, points=habits.points)
        for name, unit in FIGURES.items()
    }
    status = _status(cells.get("status", ""), found)
    values = _settled(figures, cells, found)
    asked, minted, usd = values["amount_asked"], values["amount_minted"], values["usd"]
    row = SpendingRow(
        network=network,
        chain=chain_of(network),
        number=number,
        title=_text("title", cells.get("title", ""), found),
        status=status,
        amount_asked=None if asked is None else tokens(asked),
        amount_minted=None if minted is None else tokens(minted),
        exchange_rate=_rate(values["exchange_rate"], found),
        usd=None if usd is None else Usd(usd),
        category=_category(cells.get("category", ""), habits, found),
        bounty=_bounty(cells.get("bounty", ""), found),
        group=_text("group", cells.get("group", ""), found),
        reimbursed=_flag(cells.get("reimbursed", ""), found),
    )
    unread = frozenset(unknown) | {f.field for f in found if f.fixable and not f.applied}
    found.extend(row_findings(row, unread))
    return row, found


def _without_key(cells: Mapping[str, str], network: bool) -> Finding:
    """Say which half of the key is missing."""
    column = "network" if network else "number"
    printed = cells.get(column, "").strip()
    name = "network" if network else "proposal number"
    what = f"The row's {name} {quoted(printed)} cannot be read." if printed else f"The row has no {name}."
    subject = " | ".join(clean(cells.get(c, "")).text[:40] for c in ("network", "number", "title"))
    return Finding(
        code="row-malformed",
        field="",
        what=what,
        repair="Mend the row in the file and import it again.",
        refused=True,
        subject=subject,
    )


def _network(text: str, found: list[Finding]) -> str | None:
    label = clean(text).text
    if is_nothing(label) or len(label) > _LONGEST_LABEL:
        return None
    word = read_network(label)
    if word.value is None:
        what = f"The network {quoted(label)} is not one of the known networks."
        repair = "Mend the label in the file, or add the network to the list of networks."
        found.append(Finding(code="network-unknown", field="network", what=what, repair=repair, fixable=False))
        return label.lower()
    if word.alias:
        found.append(_alias("network", label, word.value))
    return word.value


def _number(text: str, found: list[Finding]) -> int | None:
    printed = text.strip()
    plain = printed.removeprefix("#").strip()
    value = read_integer(plain).value
    if value is None or not 1 <= value < 10**_MOST_DIGITS:
        return None
    if plain != str(int(value)):
        found.append(_alias("number", printed, str(int(value))))
    return int(value)


def _text(name: str, text: str, found: list[Finding]) -> str | None:
    cell = clean(text)
    if is_nothing(cell.text):
        if cell.text.isalpha():
            found.append(_nothing(name, cell.text))
        return None
    if cell.text.upper() in ("#REF!", "#NAME?", "#VALUE!", "#N/A"):
        found.append(_damage(name, text, Figure(damage="holds the error value of a spreadsheet")))
        return None
    if cell.repair:
        what = f"The {name} {quoted(text)} is damaged."
        repair = f"It was {cell.repair}: {quoted(cell.text)}."
        found.append(Finding(code="mojibake", field=name, what=what, repair=repair, applied=True))
    if cell.damaged:
        what = f"The {name} {quoted(text)} has characters that cannot be read any more."
        found.append(Finding(code="mojibake", field=name, what=what, repair=f"Set the right {name}."))
    return cell.text


def _status(text: str, found: list[Finding]) -> str | None:
    cell = clean(text).text
    if is_nothing(cell):
        return None
    word = read_status(cell)
    if word.value is None:
        found.append(_no_meaning("status", cell, "Set the proposal's outcome."))
    elif word.alias:
        found.append(_alias("status", cell, word.value))
    return word.value


def _category(text: str, habits: Habits, found: list[Finding]) -> str | None:
    cell = _text("category", text, found)
    if cell is None:
        return None
    word = read_category(cell, habits.categories)
    if word.alias:
        found.append(_alias("category", cell, str(word.value)))
    return word.value


def _rate(value: Decimal | None, found: list[Finding]) -> Decimal | None:
    """Make a rate of nothing unknown: a token without any worth has no amount of dollars."""
    if value is None or value:
        return value
    what = "The exchange rate is written as 0, at which no token is worth anything."
    repair = "Set the rate of the day; until then it is unknown."
    found.append(Finding(code="rate-impossible", field="exchange_rate", what=what, repair=repair))
    return None


def _bounty(text: str, found: list[Finding]) -> int | None:
    cell = clean(text).text
    if is_nothing(cell) and cell.lower() != "nan":
        return None
    plain = cell.lower().removeprefix("bounty").strip().removeprefix("#").strip()
    value = read_integer(plain).value
    if value is None or not 1 <= value < 10**_MOST_DIGITS:
        figure = read_figure(plain, "usd", grouped=True)
        if figure.damage and figure.code == "spreadsheet-damage":
            found.append(_damage("bounty", cell, figure))
        else:
            found.append(_no_meaning("bounty", cell, "Set the bounty's number."))
        return None
    if cell != str(int(value)):
        found.append(_alias("bounty", cell, str(int(value))))
    return int(value)


def _flag(text: str, found: list[Finding]) -> bool | None:
    cell = clean(text).text
    if is_nothing(cell):
        return None
    if cell.lower() in YES | NO:
        return cell.lower() in YES
    found.append(_no_meaning("reimbursed", cell, "Set yes or no."))
    return None


def _settled(
    figures: Mapping[str, Figure], cells: Mapping[str, str], found: list[Finding]
) -> dict[str, Decimal | None]:
    """Take over the figures read; settle a single cell of two readings where the row's other figures allow only one."""
    values = {name: figure.value for name, figure in figures.items()}
    doubtful = _doubtful(figures, values)
    values |= dict.fromkeys(doubtful)
    for name, figure in figures.items():
        if name in doubtful:
            damage = (
                "may be in thousands or with three decimals: the row's other figures speak against the way of the file"
            )
            found.append(_damage(name, cells[name], Figure(damage=damage)))
            continue
        fitting = _fitting(name, figure, values)
        if len(fitting) == 1:
            values[name] = fitting[0]
            repair = "took the reading that agrees with the row's other figures"
            found.append(_repaired(name, cells[name], fitting[0], repair))
        elif figure.damage:
            found.append(_damage(name, cells[name], figure))
        elif figure.repair and figure.value is not None:
            repaired = _repaired(name, cells[name], figure.value, figure.repair)
            found.append(replace(repaired, habit=figure.repair))
    return values


def _doubtful(figures: Mapping[str, Figure], values: Mapping[str, Decimal | None]) -> tuple[str, ...]:
    """Name the cells whose other reading agrees with the row where the one taken by the file's habit does not."""
    others = {name: figure.other for name, figure in figures.items() if figure.other is not None}
    if not others or _consistent(values):
        return ()
    amounts = tuple(name for name in ("amount_asked", "amount_minted") if name in others)
    for names in dict.fromkeys((amounts, *((name,) for name in others))):
        if names and _consistent({**values, **{name: others[name] for name in names}}):
            return names
    return ()


def _consistent(values: Mapping[str, Decimal | None]) -> bool:
    asked, minted = values["amount_asked"], values["amount_minted"]
    amount = asked if asked is not None else minted
    twins = None in (asked, minted) or asked == minted
    return twins and agrees(amount, values["exchange_rate"], values["usd"])


def _fitting(name: str, figure: Figure, values: Mapping[str, Decimal | None]) -> list[Decimal]:
    fitting = []
    for candidate in figure.candidates:
        tried = {**values, name: candidate}
        asked, minted = tried["amount_asked"], tried["amount_minted"]
        amount = asked if asked is not None else minted
        full = None not in (amount, tried["exchange_rate"], tried["usd"])
        twin = name in ("amount_asked", "amount_minted") and None not in (asked, minted)
        if (full or twin) and agrees(amount, tried["exchange_rate"], tried["usd"]) and (not twin or asked == minted):
            fitting.append(candidate)
    return fitting


def _alias(name: str, printed: str, usual: str) -> Finding:
    what = f"The {name} is written {quoted(printed)}, another spelling of {quoted(usual)}."
    return Finding(code="alias", field=name, what=what, repair=f"Read as {quoted(usual)}.", applied=True)


def _no_meaning(name: str, printed: str, repair: str) -> Finding:
    what = f"The {name} {quoted(printed)} has no known meaning."
    return Finding(code="value-unknown-label", field=name, what=what, repair=repair)


def _nothing(name: str, printed: str) -> Finding:
    """Say that a word such as ``NaN`` was taken for none, which may be meant as it stands."""
    what = f"The {name} is written {quoted(printed)}, as programs write that there is none."
    return Finding(
        code="value-unknown-label", field=name, what=what, repair=f"Set the {name} if it has one; it is empty."
    )


def _damage(name: str, printed: str, figure: Figure) -> Finding:
    what = f"The cell of {name}, {quoted(printed)}, {figure.damage}."
    return Finding(code=figure.code, field=name, what=what, repair="Look the figure up and set it.")


def _repaired(name: str, printed: str, value: Decimal, how: str) -> Finding:
    what = f"The cell of {name} is written {quoted(printed)}."
    repair = f"It was read as {value:f}: {how}."
    return Finding(code="spreadsheet-damage", field=name, what=what, repair=repair, applied=True)
