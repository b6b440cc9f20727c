"""The words of the bounty lists: what a status says about being open, about the dollars paid and about the day."""

import re
from dataclasses import dataclass

from secretariat.facts.amounts import Usd
from secretariat.facts.bounties import State, state_of
from secretariat.facts.moments import Moment
from secretariat.facts.texts import quoted
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.archives.reading.json_fields import as_usd

_DOLLARS = re.compile(r"(?:\$|\bUSD)\s*\d(?:[\d.,]*\d)?|\d(?:[\d.,]*\d)?\s*(?:\$|USD\b)", re.IGNORECASE)
_NOWHERE = re.compile(r"\[([^\[\]]*)\]\(\s*\)")
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_LONGEST_CELL = 1000
_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What a status cell says: open or closed, the dollars paid and the closing day; None where it does not say.

    ``unclear`` names what it says more than once, or in a form that cannot be read.
    """

    state: State | None
    paid_usd: Usd | None
    closed_on: Moment | None
    unclear: tuple[str, ...] = ()


def read_status(text: str) -> StatusWords:
    """Read ``Closed ($300 - 01.11.20)`` and its kin. Dollars beside a bounty that is open are not paid."""
    state = state_of(text)
    dollars = {as_usd(found).value for found in _DOLLARS.findall(text)}
    days = {read_day(found) for found in _DAY.findall(text)}
    if state != "closed":
        return StatusWords(state, None, None)
    amount = next(iter(dollars)) if len(dollars) == 1 else None
    day = next(iter(days)) if len(days) == 1 else None
    unclear = [name for name, said in (("paid_usd", dollars), ("closed_on", days)) if len(said) > 1 or None in said]
    return StatusWords(state, None if amount is None else Usd(amount), day, tuple(unclear))


def number_of_address(address: str, noun: str) -> int | None:
    """Give the number an address names after a noun: ``.../#/proposals/historical/32`` for ``proposals``."""
    match = re.search(rf"/{noun}/(?:historical/)?(\d{{1,9}})(?!\d)", address)
    return int(match[1]) if match else None


@dataclass(frozen=True, slots=True)
class LinkedNumber:
    """The number a cell gives, by its text or by the address it links to; None with ``wrong`` in words if not one."""

    value: int | None
    wrong: str = ""
    code: str = "link-contradiction"


def linked_number(text: str, noun: str) -> LinkedNumber:
    """Read a cell such as ``#41``, ``[118](.../threads/118)``, a bare address or ``NA``; ``noun`` as in the address.

    A link whose text and address name different numbers has no sure reading.
    """
    cell = text.strip()[:_LONGEST_CELL]
    link = markdown.link(cell)
    label, address = link or (("", cell) if "://" in cell else (cell, ""))
    if "://" in label:
        return _two_addresses(label, address, noun)
    there = number_of_address(address, noun)
    listed = [int(digits) for digits in _NUMBER.findall(label)]
    printed = set(listed)
    if len(printed) > 1:
        wrong = f"names {len(listed)} numbers ({quoted(label)}) where one belongs"
        return LinkedNumber(None, wrong, "value-unknown-label")
    shown = printed.pop() if printed else None
    if shown is not None and there is not None and shown != there:
        return LinkedNumber(None, f"says {shown} but links to {there}")
    return LinkedNumber(shown if shown is not None else there)


def _two_addresses(label: str, address: str, noun: str) -> LinkedNumber:
    shown, there = number_of_address(label, noun), number_of_address(address, noun)
    if shown is not None and there is not None and shown != there:
        return LinkedNumber(None, f"shows the address of {shown} but links to {there}")
    return LinkedNumber(shown if shown is not None else there)


def plain_cell(text: str) -> str:
    """Take Markdown's escapes and empty links out of a table cell."""
    return re.sub(r"\\([\\*\-_`#$.])", r"\1", text).strip()


def says_nothing(text: str) -> bool:
    """Tell whether a table cell stands for nothing: empty, NA, a dash, or a link to nowhere."""
    cell = plain_cell(text[:_LONGEST_CELL])
    nowhere = _NOWHERE.fullmatch(cell)
    cell = nowhere[1] if nowhere else cell
    return cell.strip().lower() in ("", "-", "--", "na", "n/a", "none", "tbd", "\u2013", "\u2014")
