"""The KPIs of a KPI document: sections, rewards, active time, the text on annihilation, and the gradings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secretariat.facts.kpis import Kpi, KpiGrading, KpiRound
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis.grading import read_gradings
from secretariat.sources.archives.kpis.rewards import read_reward
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_number,
    as_text,
    decimal,
    members_of,
    note_unknown_names,
    text,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, line_of
from secretariat.sources.archives.reading.texts import clean

MAX_ANNIHILATION = 2000
"""The text on annihilation is cut there; the whole stands in the document."""

MAX_DEPTH = 4
"""Lists and objects inside the text on annihilation are read that deep."""

MAX_SECTION = 60
"""A section's id is part of keys; a longer one is cut there."""

_SECTION_NUMBER = re.compile(r"section\s+([IVXL]+|\d{1,3})\b", re.IGNORECASE)
_ANNIHILATION = re.compile(r"annihilat", re.IGNORECASE)
_UNCAPPED = re.compile(r"\bnot\s+capped\b|\buncapped\b|\bno\s+cap\b", re.IGNORECASE)
_TEXTS = (
    "purpose",
    "scope",
    "note",
    "notes",
    "rewardDescription",
    "rewardDistribution",
    "weighting",
    "reporting",
    "grading",
)
_NAMES = frozenset(
    (*_TEXTS, "title", "reward", "fiatPool", "distribution", "process", "active", "startBlock", "endBlock", "id")
)
_SECTION_NAMES = frozenset(("name", "id", "kpis", "description"))


@dataclass(frozen=True, slots=True)
class ReadKpi:
    """One KPI as read: its fact, where it stands, its gradings, and whether its text lifts the cap on its reward."""

    entry: Entry
    fact: Kpi
    gradings: tuple[KpiGrading, ...]
    members_voted: frozenset[int]
    uncapped: bool


def read_kpis(reading: Reading, round_: KpiRound, sections: object, line: int) -> list[ReadKpi]:
    """Read every section in order. A section without a list of KPIs is a problem."""
    if not isinstance(sections, list):
        reading.problem(
            "row-malformed",
            line,
            subject=f"sections of round {round_.kpi_round}",
            what=f"KPI round {round_.kpi_round} has no list of sections, so no KPI of it is known.",
            repair="Mend the document and import it again.",
            refused=True,
        )
        return []
    found: list[ReadKpi] = []
    titles: dict[str, str | None] = {}
    for place, section in enumerate(sections, start=1):
        kpis = section.get("kpis") if isinstance(section, dict) else None
        if not isinstance(section, dict) or not isinstance(kpis, list):
            _malformed(reading, f"section {place} of round {round_.kpi_round}", line_of(section, line), "list of KPIs")
            continue
        name, title = _section_name(section, place), as_text(section.get("name")).text or None
        if name in titles:
            _note_repeated(reading, round_, name, titles[name], title, line_of(section))
        titles.setdefault(name, title)
        found += _section_kpis(reading, round_, name, title, kpis)
    note_unknown_names(reading, "a KPI section", sections, _SECTION_NAMES)
    every = [kpi for section in sections if isinstance(section, dict) for kpi in members_of(section.get("kpis"))]
    spoken = {name for kpi in every if isinstance(kpi, dict) for name in kpi if _ANNIHILATION.search(name)}
    note_unknown_names(reading, "a KPI", every, _NAMES | spoken)
    return found


def _section_name(section: dict[str, Any], place: int) -> str:
    """Give the section's id, else the number in its name, else its place."""
    stated = as_text(section.get("id")).text
    if stated:
        return stated[:MAX_SECTION]
    match = _SECTION_NUMBER.search(as_text(section.get("name")).text)
    return match[1].upper() if match else str(place)


def _section_kpis(reading: Reading, round_: KpiRound, name: str, title: str | None, kpis: list[Any]) -> list[ReadKpi]:
    found = []
    for number, values in enumerate(kpis, start=1):
        key = f"{round_.kpi_round}/{name}/{number}"
        if isinstance(values, LocatedDict):
            found.append(_read_kpi(Entry(reading, values, Kpi.KIND, key), round_.kpi_round, name, title, number))
        else:
            _malformed(reading, f"KPI {key}", line_of(kpis), "object with a title and a reward")
    return found


def _read_kpi(entry: Entry, kpi_round: int, section: str, section_title: str | None, number: int) -> ReadKpi:
    title = text(entry, "title", "title")
    if title is None:
        entry.problem("row-malformed", "title", f"KPI {entry.key} has no title.", repair="Set its title.")
    printed, reward = read_reward(entry, "reward")
    # A grading that is a list names members and links; only one in words is text of the KPI.
    texts = (entry.values.get(name) for name in _TEXTS if name != "grading" or isinstance(entry.values.get(name), str))
    paragraphs = [part for value in texts for part in _paragraphs(value)]
    own = [part for name, value in entry.values.items() if _ANNIHILATION.search(name) for part in _said(value)]
    fact = Kpi(
        kpi_round=kpi_round,
        section=section,
        section_title=section_title,
        number=number,
        title=title or "",
        reward_printed=printed,
        reward_usd=reward,
        fiat_pool_factor=decimal(entry, "fiatPool", "fiat_pool_factor"),
        distribution=text(entry, "distribution", "distribution"),
        process=text(entry, "process", "process"),
        active=text(entry, "active", "active"),
        start_block=whole(entry, "startBlock", "start_block"),
        end_block=whole(entry, "endBlock", "end_block"),
        annihilation=_annihilation(own, paragraphs),
    )
    entry.reading.add(entry.key, entry.line, fact)
    gradings, voted = read_gradings(entry, fact)
    uncapped = any(_UNCAPPED.search(part) for part in (*own, *paragraphs))
    return ReadKpi(entry, fact, gradings, voted, uncapped)


def _paragraphs(value: object) -> Iterator[str]:
    """Give the paragraphs of a text, of a list of texts, or of a list of objects that hold one text each."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, list):
        for item in value:
            for part in item.values() if isinstance(item, dict) else (item,):
                if isinstance(part, str):
                    yield from part.split("\n")


def _said(value: object, depth: int = 0) -> Iterator[str]:
    """Give what a field says, one paragraph each: of a text, of each item of a list, of an object its values in a row.

    Figures and truth values in an object keep the name of their field, without which they say nothing.
    """
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, list):
        for item in value:
            yield from _said(item, depth + 1)
    elif isinstance(value, dict):
        parts = []
        for name, held in value.items():
            words = " ".join(part for said in _said(held, depth + 1) if (part := clean(said).text))
            if words:
                parts.append(words if isinstance(held, str | list | dict) else f"{name}: {words}")
        yield "; ".join(parts)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, int | Decimal):
        number = as_number(value).value
        yield "" if number is None else f"{number:f}"


def _annihilation(own: list[str], paragraphs: list[str]) -> str | None:
    """Keep the fields on annihilation whole, then the paragraphs of others that speak of it: what destroys which reward."""
    found = [clean(part).text for part in (*own, *(part for part in paragraphs if _ANNIHILATION.search(part)))]
    whole_text = "\n".join(dict.fromkeys(part for part in found if part))
    if len(whole_text) > MAX_ANNIHILATION:
        return whole_text[: MAX_ANNIHILATION - 1] + "\u2026"
    return whole_text or None


def _note_repeated(
    reading: Reading, round_: KpiRound, name: str, first: str | None, again: str | None, line: int
) -> None:
    reading.problem(
        "section-repeated",
        line,
        subject=f"section {name} of round {round_.kpi_round} {'again' if first == again else 'with another title'}",
        what=f"Section {name} of KPI round {round_.kpi_round} stands in the document more than once"
        + ("." if first == again else ", with different titles."),
        repair="Give each section its own id; KPIs with a number already taken were refused.",
    )


def _malformed(reading: Reading, where: str, line: int, expected: str) -> None:
    reading.problem(
        "row-malformed",
        line,
        subject=where,
        what=f"{where[0].upper()}{where[1:]} is not an {expected}."
        if expected[0] in "aeiou"
        else f"{where[0].upper()}{where[1:]} has no {expected}.",
        repair="Mend the document and import it again.",
        refused=True,
    )
