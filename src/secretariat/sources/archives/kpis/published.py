"""KPI documents in the shape of the published KPI schema: its rules, and the way from it to the plain shape."""

import re
from collections.abc import Iterator
from typing import Any

from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.json_fields import as_text, as_whole, members_of
from secretariat.sources.archives.reading.located_json import LocatedDict, LocatedList, line_of
from secretariat.sources.archives.reading.subjects import SEVERAL, at_places

# Required fields, longest texts and values allowed, as council/kpi/docs/kpi_schema.json has them.
_DOCUMENT = ("overviewSection", "sections")
_OVERVIEW = (
    "title",
    "kpisNumber",
    "councilElectedInRound",
    "councilMembers",
    "termLength",
    "termSummariesForumThread",
    "deadlineToSubmitSummary",
)
_TERM_LENGTH = ("termLength", "startBlock", "endBlock", "startDate", "endDate")
_DEADLINE = ("block", "deadlineDate")
_SECTION = ("sectionTitle", "sectionDescription", "kpis")
_KPI = ("kpiTitle", "reward", "active", "purpose", "scopeOfWork", "rewardDistribution", "note", "grading")
_LONGEST = {"title": 16, "kpisNumber": 10, "termLength": 32, "startBlock": 16, "endBlock": 16, "block": 16}
_NUMBERS = ("councilElectedInRound", "councilMembers")
_PROCESSES = ("Manual", "Automatic")
_WHOLE = re.compile(r"(?<![\d.])\d{1,5}(?![\d.]\d|\d)")


def check_published(document: LocatedDict, reading: Reading) -> None:
    """Note every place where the document breaks the rules of the published schema, several of one rule together."""
    found = _missing(document, _DOCUMENT, "the document")
    overview = _object(document.get("overviewSection"))
    found += [
        *_missing(overview, _OVERVIEW, "the overview"),
        *_missing(_object(overview.get("termLength")), _TERM_LENGTH, "the term length"),
        *_missing(_object(_of_overview(overview, "deadlineToSubmitSummary")), _DEADLINE, "the deadline"),
        *_wrong_values(overview),
    ]
    for number, section in enumerate(members_of(document.get("sections")), start=1):
        found += _missing(_object(section), _SECTION, f"section {number}")
        for place, kpi in enumerate(members_of(_object(section).get("kpis")), start=1):
            found += _kpi_violations(_object(kpi), f"KPI {place} of section {number}")
    places: dict[str, list[tuple[str, int]]] = {}
    for line, where, wrong in found:
        places.setdefault(wrong, []).append((where, line))
    for wrong, held in places.items():
        if len(held) >= SEVERAL:
            _broken(reading, held[0][1], f"several {wrong}", f"{at_places(held)} {wrong}")
        else:
            for where, line in held:
                _broken(reading, line, f"{where} {wrong}", f"{where} {wrong}")


def _broken(reading: Reading, line: int, subject: str, what: str) -> None:
    reading.problem(
        "schema-violation",
        line,
        subject=subject,
        what=f"The document breaks the published KPI schema: {what}.",
        repair="Mend the document; what it does state is read all the same.",
    )


def as_plain(document: LocatedDict) -> LocatedDict:
    """Write a document of the published shape in the names of the plain shape; every object keeps its line."""
    overview = _object(document.get("overviewSection"))
    term = _object(overview.get("termLength"))
    deadline = _object(_of_overview(overview, "deadlineToSubmitSummary"))
    sections = [_plain_section(section) for section in members_of(document.get("sections"))]
    return _located(
        line_of(document),
        round=_round_of(overview),
        reward=overview.get("totalPossibleRewards", overview.get("reward")),
        fiatDiff=overview.get("maxFiatPoolDifference", overview.get("fiatDiff")),
        councilMembers=overview.get("councilMembers"),
        electionRound=overview.get("councilElectedInRound"),
        startBlock=term.get("startBlock"),
        startDate=term.get("startDate"),
        endBlock=term.get("endBlock"),
        endDate=term.get("endDate"),
        deadlineBlock=deadline.get("block"),
        deadline=deadline.get("deadlineDate"),
        kpis=_located(
            line_of(overview),
            discussion=_of_overview(overview, "discussionForumThread"),
            termSummaries=_of_overview(overview, "termSummariesForumThread"),
            sections=LocatedList(sections),
        ),
    )


def _plain_section(section: Any) -> Any:
    if not isinstance(section, LocatedDict):
        return section
    kpis = section.get("kpis")
    plain = LocatedList(_plain_kpi(kpi) for kpi in kpis) if isinstance(kpis, list) else kpis
    return _located(
        section.line, name=section.get("sectionTitle"), id=section.get("sectionId", section.get("id")), kpis=plain
    )


def _plain_kpi(kpi: Any) -> Any:
    if not isinstance(kpi, LocatedDict):
        return kpi
    reward, active = kpi.get("reward"), kpi.get("active")
    known = {"kpiTitle", "reward", "rewardStructure", "gradingProcess", "active", "scopeOfWork"}
    rest = {name: value for name, value in kpi.items() if name not in known}
    return _located(
        kpi.line,
        **rest
        | {
            "title": kpi.get("kpiTitle"),
            "reward": reward.get("rewardLine") if isinstance(reward, dict) else reward,
            "rewardDescription": _object(reward).get("rewardDescription"),
            "distribution": kpi.get("rewardStructure"),
            "process": kpi.get("gradingProcess"),
            "active": active.get("active") if isinstance(active, dict) else active,
            "startBlock": _object(active).get("startBlock"),
            "endBlock": _object(active).get("endBlock"),
            "scope": kpi.get("scopeOfWork"),
        },
    )


def _round_of(overview: LocatedDict) -> int | None:
    """Find the KPI round: the one number in ``kpisNumber``, else the one in the title."""
    for name in ("kpisNumber", "title"):
        value = overview.get(name)
        found = set(_WHOLE.findall(as_text(value).text))
        if len(found) == 1:
            return int(found.pop())
    return None


def _of_overview(overview: LocatedDict, name: str) -> Any:
    """Give a field of the overview; the published schema describes some of them inside the term length by mistake."""
    return overview[name] if name in overview else _object(overview.get("termLength")).get(name)


def _missing(found: LocatedDict, names: tuple[str, ...], where: str) -> list[tuple[int, str, str]]:
    return [(line_of(found), where, f"has no {name}") for name in names if found.get(name) is None]


def _wrong_values(overview: LocatedDict) -> Iterator[tuple[int, str, str]]:
    line = line_of(overview)
    for name in _NUMBERS:
        number = as_whole(overview.get(name))
        if name in overview and (isinstance(overview[name], str) or number is None or number > 1024):
            yield line, "the overview", f"has a {name} that is not a number from 0 to 1024"
    for holder in (overview, _object(overview.get("termLength"))):
        for name, longest in _LONGEST.items():
            value = holder.get(name)
            if value is None or isinstance(value, LocatedDict):
                continue
            if not isinstance(value, str) or len(value) > longest:
                yield (
                    line_of(holder),
                    "the overview",
                    f"has a {name} that is not a text of at most {longest} characters",
                )


def _kpi_violations(kpi: LocatedDict, where: str) -> list[tuple[int, str, str]]:
    found = _missing(kpi, _KPI, where)
    line = line_of(kpi)
    reward, active = kpi.get("reward"), kpi.get("active")
    if reward is not None:
        found += _missing(_object(reward), ("rewardLine", "rewardDescription"), f"the reward of {where}")
    if active is not None:
        found += _missing(_object(active), ("active",), f"the active time of {where}")
    if "rewardStructure" in kpi and kpi["rewardStructure"] != "Individual":
        found.append((line, where, "has a rewardStructure that is not Individual"))
    if "gradingProcess" in kpi and kpi["gradingProcess"] not in _PROCESSES:
        found.append((line, where, "has a gradingProcess that is not Manual or Automatic"))
    if any("task" not in _object(task) for task in members_of(kpi.get("scopeOfWork"))):
        found.append((line, where, "has a step of scopeOfWork without a task"))
    return found


def _object(value: object) -> LocatedDict:
    return value if isinstance(value, LocatedDict) else LocatedDict()


def _located(line: int, /, **values: Any) -> LocatedDict:
    made = LocatedDict(values)
    made.line = line
    return made
