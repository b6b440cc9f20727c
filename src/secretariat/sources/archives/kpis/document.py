"""KPI documents: one round of KPIs with what it offered and how it was graded, as JSON or YAML, in two shapes."""

import re
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.kpis import KpiRound
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.kpis.checks import check_round
from secretariat.sources.archives.kpis.offered import read_kpis
from secretariat.sources.archives.kpis.published import as_plain, check_published
from secretariat.sources.archives.kpis.rewards import read_reward
from secretariat.sources.archives.reading import located_json, located_yaml
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_whole,
    day,
    members_of,
    note_unknown_names,
    unwrapped,
    usd,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, line_of

_NAME = re.compile(r"kpis?(?:[_\-. ]*round)?[_\-. ]*(\d{1,4})(?!\d)", re.IGNORECASE)
_FILE_NAME = re.compile(r"kpis?(?:[_\-. ]*round)?[_\-. ]*\d{1,4}\.(json|ya?ml)", re.IGNORECASE)
_OWN_KEYS = ("fiatDiff", "electionRound", "deadlineBlock", "termSummaries", "fiatPool")
_THREAD = re.compile(r"threads?/(\d{1,9})(?!\d)")
_ROUND_NAMES = frozenset(
    (
        "round",
        "reward",
        "fiatDiff",
        "councilMembers",
        "electionRound",
        "startBlock",
        "startDate",
        "endBlock",
        "endDate",
        "deadlineBlock",
        "deadline",
        "notes",
        "kpis",
    )
)
_HOLDERS = _ROUND_NAMES | {"overviewSection", "sections", "rounds", "currentRound", "previousRounds"}
MAX_ROUND = 100_000


def recognises(path: str, head: str) -> bool:
    """Tell a KPI document by its keys, or by its name when it is JSON at all."""
    if not path.lower().endswith((".json", ".yml", ".yaml")) or '"$schema"' in head:
        return False
    if _key("overviewSection", head) and _key("sections", head):
        return True
    if _key("kpis", head) and any(_key(name, head) for name in _OWN_KEYS):
        return True
    return knows_name(path) and (not path.lower().endswith(".json") or head.lstrip()[:1] in ("{", "["))


def knows_name(path: str) -> bool:
    """Tell a KPI document by its name: ``kpi_26.json``."""
    return _FILE_NAME.fullmatch(PurePosixPath(path).name) is not None


def parse(document: Document, reading: Reading) -> None:
    """Read every round of the document."""
    is_yaml = document.path.lower().endswith((".yml", ".yaml"))
    data = (located_yaml if is_yaml else located_json).load(document, reading)
    if data is None and reading.problems:
        return
    rounds = _rounds_of(unwrapped(data, _HOLDERS))
    if not rounds:
        reading.problem(
            "row-malformed",
            line_of(data),
            subject="rounds",
            what="The file holds no KPI round: no object with a round number, KPIs and blocks.",
            repair="Check that the file is what its name says.",
            refused=True,
        )
    named = _number_in_name(document.name) if len(rounds) == 1 else None
    for found in rounds:
        published = "overviewSection" in found
        if published:
            check_published(found, reading)
        _read_round(as_plain(found) if published else found, named, reading)


def _rounds_of(data: Any) -> list[LocatedDict]:
    """List the objects that are a round: the document itself, the items of a list, or current and previous rounds."""
    if isinstance(data, list):
        return [found for item in data if isinstance(item, dict) for found in _rounds_of(item)]
    if not isinstance(data, LocatedDict):
        return []
    if "overviewSection" in data or ("kpis" in data and "rounds" not in data):
        return [data]
    if "rounds" in data:
        holder = data["rounds"]
        return _rounds_of(holder) if isinstance(holder, list) else _current_and_previous(holder)
    return _current_and_previous(data)


def _current_and_previous(holder: object) -> list[LocatedDict]:
    if not isinstance(holder, dict):
        return []
    candidates = [holder.get("currentRound"), *members_of(holder.get("previousRounds"))]
    return [found for found in candidates if isinstance(found, LocatedDict)]


def _number_in_name(name: str) -> int | None:
    found = {int(number) for number in _NAME.findall(PurePosixPath(name).stem)}
    return found.pop() if len(found) == 1 else None


def _read_round(values: LocatedDict, named: int | None, reading: Reading) -> None:
    number = _round_number(values, named, reading)
    if number is None:
        return
    entry = Entry(reading, values, KpiRound.KIND, str(number))
    holder = values.get("kpis")
    holder = holder if isinstance(holder, dict) else {"sections": holder}
    printed, reward = read_reward(entry, "reward")
    fact = KpiRound(
        kpi_round=number,
        election_round=whole(entry, "electionRound", "election_round"),
        seats=whole(entry, "councilMembers", "seats"),
        start_block=whole(entry, "startBlock", "start_block"),
        end_block=whole(entry, "endBlock", "end_block"),
        started_at=day(entry, "startDate", "started_at"),
        ended_at=day(entry, "endDate", "ended_at"),
        deadline_block=whole(entry, "deadlineBlock", "deadline_block"),
        deadline=day(entry, "deadline", "deadline"),
        reward_printed=printed,
        reward_usd=reward,
        fiat_difference_usd=usd(entry, "fiatDiff", "fiat_difference_usd"),
        discussion_thread=_thread(entry, holder.get("discussion"), "discussion_thread"),
        summaries_thread=_thread(entry, holder.get("termSummaries"), "summaries_thread"),
    )
    reading.add(entry.key, entry.line, fact)
    note_unknown_names(reading, "a KPI round", [values], _ROUND_NAMES)
    check_round(entry, fact, read_kpis(reading, fact, holder.get("sections"), entry.line))


def _round_number(values: LocatedDict, named: int | None, reading: Reading) -> int | None:
    """Give the number the document states; the one in the file's name where it states none."""
    stated = as_whole(values.get("round"))
    if stated is not None and stated <= MAX_ROUND:
        if named is not None and named != stated:
            reading.problem(
                "header-contradiction",
                line_of(values),
                subject=f"round {stated} in file {named}",
                what=f"The document says KPI round {stated}, the file's name {named}.",
                repair="Rename the file or mend the round; until then the document counts.",
                target=Target(kind=KpiRound.KIND, key=str(stated), field="kpi_round"),
            )
        return stated
    reading.problem(
        "row-malformed",
        line_of(values),
        subject=f"round {named} of the name" if named is not None else "round of the object",
        what="The document states no KPI round."
        + (f" The file's name says {named}." if named is not None else " Neither does the file's name."),
        repair=f"Read as KPI round {named}." if named is not None else "Write the round into the document.",
        applied=named is not None,
        refused=named is None,
    )
    return named


def _thread(entry: Entry, value: object, field: str) -> int | None:
    """Find the thread's number in its address, or a bare number."""
    if isinstance(value, str):
        found = {int(number) for number in _THREAD.findall(value[:2000])}
        if len(found) == 1:
            return found.pop()
    number = as_whole(value)
    if number is None and value not in (None, ""):
        entry.problem(
            "value-unknown-label",
            field,
            f"The {field.replace('_', ' ')} of KPI round {entry.key} is not the address of one thread.",
            repair="Set the thread's number.",
        )
    return number


def _key(name: str, head: str) -> bool:
    """Tell whether a text names a key, quoted as JSON does or bare as YAML does."""
    return re.search(rf'"{name}"\s*:|^[ \t-]*{name}[ \t]*:', head, re.MULTILINE) is not None


FORMAT = Format(
    name="kpi-document",
    title="a KPI document of one round",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
