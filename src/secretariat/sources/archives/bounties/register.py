"""The bounty register as JSON: ``bounties-status.json``, its active and its closed list."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.facts.bounties import Bounty
from secretariat.facts.texts import quoted
from secretariat.sources.archives.bounties.schema import KNOWN, LISTS, violations
from secretariat.sources.archives.bounties.words import read_status
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import json_fields
from secretariat.sources.archives.reading.json_fields import Entry, shown
from secretariat.sources.archives.reading.located_json import line_of, load
from secretariat.sources.archives.reading.subjects import SEVERAL, at_places
from secretariat.sources.archives.reading.texts import clean

_NAME = re.compile(r"bount(?!.*schema)[^/]*\.json$", re.IGNORECASE)
_LIST = re.compile(r'"(?:active|closed)Bounties"\s*:\s*(?:\[|null)')
_LISTED_AS = {"activeBounties": "active", "closedBounties": "closed"}
_STATE_OF = {"active": "open", "closed": "closed"}


def _knows_name(path: str) -> bool:
    return bool(_NAME.search(path.rsplit("/", 1)[-1]))


def _recognises(path: str, head: str) -> bool:
    return head.lstrip("\ufeff \t\r\n").startswith("{") and bool(_LIST.search(head))


def _parse(document: Document, reading: Reading) -> None:
    data = json_fields.unwrapped(load(document, reading), LISTS)
    if not isinstance(data, dict):
        if not reading.problems:
            _violation(reading, 1, "top", "The register must be an object with the lists of bounties.", refused=True)
        return
    for name in data:
        if name not in LISTS:
            what = f"The register has {shown(name)} beside its two lists; it was not read."
            _violation(reading, line_of(data), f"top {clean(name).text[:60]}", what)
    titles: dict[int, str] = {}
    broken: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for name in LISTS:
        for entry, place in _entries(data, name, reading):
            for field, wrong in violations(entry):
                line = line_of(entry.get(field), line_of(entry))
                broken.setdefault((field, wrong), []).append((place, line))
            bounty = json_fields.as_whole(entry.get("id"))
            if bounty is None or bounty < 1:
                what = f"The entry {place} has no readable id ({shown(entry.get('id'))})."
                reading.problem(
                    "row-malformed",
                    line_of(entry),
                    subject=place,
                    what=what,
                    repair="Give it its number and import the file again.",
                    refused=True,
                )
            else:
                _record(bounty, entry, name, titles, reading)
    found = [entry for name in LISTS for entry in json_fields.members_of(data.get(name))]
    json_fields.note_unknown_names(reading, "a bounty", found, KNOWN)
    for rule, places in broken.items():
        _broken(reading, *rule, places)


def _entries(data: Mapping[str, Any], name: str, reading: Reading) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Give the entries of one list with their names in messages; whatever is no entry is reported."""
    entries = data.get(name)
    if entries is None:
        return
    if not isinstance(entries, list):
        what = f"{name} must be a list, not {shown(entries)}."
        _violation(reading, line_of(entries, line_of(data)), name, what, refused=True)
        return
    for index, entry in enumerate(entries, start=1):
        if isinstance(entry, dict):
            number = json_fields.as_whole(entry.get("id"))
            yield entry, f"bounty {number}" if number else f"{name} {index}"
        else:
            what = f"Item {index} of {name} is {shown(entry)}, not a bounty."
            _violation(reading, line_of(entry, line_of(entries)), f"{name} {index}", what, refused=True)


def _violation(reading: Reading, line: int, subject: str, what: str, *, refused: bool = False) -> None:
    repair = "Mend the register; the published schema tells how it must look."
    reading.problem("schema-violation", line, subject=subject, what=what, repair=repair, refused=refused)


def _broken(reading: Reading, field: str, wrong: str, places: list[tuple[str, int]]) -> None:
    """Report one broken rule: at each bounty, or once where it is broken at several."""
    if len(places) >= SEVERAL:
        _violation(reading, places[0][1], f"several {field} {wrong}", f"{field} of {at_places(places)} {wrong}.")
        return
    for place, line in places:
        _violation(reading, line, f"{place} {field}", f"{field} of {place} {wrong}.")


def _record(bounty: int, values: Mapping[str, Any], name: str, titles: dict[int, str], reading: Reading) -> None:
    """Record one bounty. A number that already names another bounty is refused."""
    key = str(bounty)
    title = json_fields.as_text(values.get("title")).text
    if titles.setdefault(bounty, title) != title:
        reading.problem(
            "number-collision",
            line_of(values),
            subject=f"{key} {title[:60]}",
            what=f"Bounty {bounty} is called {quoted(titles[bounty])} and, here, {quoted(title)}.",
            repair="Give one of them its own number; the first was kept.",
            refused=True,
        )
        return
    again = (Bounty.KIND, key) in reading.records
    quiet = Reading(reading.path, reading.format) if again else reading
    fact = _bounty(Entry(quiet, values, Bounty.KIND, key), bounty, name)
    reading.add(key, line_of(values), fact)


def _bounty(entry: Entry, bounty: int, name: str) -> Bounty:
    listed_as = _LISTED_AS[name]
    status = json_fields.text(entry, "status", "status")
    words = read_status(status or "")
    fact = Bounty(
        bounty=bounty,
        title=json_fields.text(entry, "title", "title") or "",
        listed_as=listed_as,
        status=status,
        opened_on=json_fields.day(entry, "openedDate", "opened_on"),
        closed_on=json_fields.day(entry, "closedDate", "closed_on"),
        reward_usd=json_fields.usd(entry, "reward", "reward_usd"),
        paid_usd=words.paid_usd,
        format=json_fields.text(entry, "format", "format"),
        tags=_texts(entry.values.get("tags")),
        links=_texts(entry.values.get("links")),
    )
    if words.state and words.state != _STATE_OF[listed_as]:
        what = f"Bounty {bounty} has the status {quoted(status)} but stands in the list of {listed_as} bounties."
        entry.problem(
            "contradiction", "status", what, repair="Move it to the other list, or set its status.", name="status"
        )
    for field in words.unclear:
        what = f"The status of bounty {bounty}, {quoted(status)}, does not give one value for {field}."
        entry.problem("amount-unparsable", field, what, repair="Set the one that is right.", name="status")
    _check(fact, entry)
    return fact


def _check(fact: Bounty, entry: Entry) -> None:
    """Note days that cannot be; they stay as they are printed."""
    if fact.opened_on and fact.closed_on and fact.closed_on < fact.opened_on:
        what = f"Bounty {fact.bounty} was closed on {fact.closed_on}, before it was opened on {fact.opened_on}."
        entry.problem("impossible-figure", "closed_on", what, repair="Set the day that is wrong.", name="closedDate")


def _texts(value: object) -> tuple[str, ...]:
    """Give the texts of a list, each once, in order; anything else in it breaks the schema and is left out."""
    texts = [json_fields.as_text(item).text for item in json_fields.members_of(value)[:500]]
    return tuple(dict.fromkeys(text for text in texts if text))


FORMAT = Format(
    name="bounty-register",
    title="bounty register (JSON)",
    recognises=_recognises,
    parse=_parse,
    knows_name=_knows_name,
)
