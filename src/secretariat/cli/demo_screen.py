"""The demo's one screen: where the council stands, as the commands' answers tell."""

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from textwrap import TextWrapper
from typing import Any

from secretariat.cli.problems_list import SEVERITIES
from secretariat.facts.deadlines import ACTED_ON, TITLES
from secretariat.facts.freshness import duration
from secretariat.facts.networks import MAINNET

Answers = Mapping[str, Any]
Row = Mapping[str, Any]

WIDTH = 96
_LABEL = 12
_TITLE = 34
_TOGETHER = "\N{NO-BREAK SPACE}"
_LINES = TextWrapper(WIDTH - _LABEL - 1, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
_STAGES = {
    "Council.AnnouncingPeriodDuration": "announcing",
    "Referendum.VoteStageDuration": "voting",
    "Referendum.RevealStageDuration": "revealing",
    "Council.IdlePeriodDuration": "the time between elections",
}
SECONDS_OF_A_BLOCK = 6
_OPEN = ("deciding", "gracing", "dormant")
MOST_PROPOSALS = 8
"""The query node's words for a proposal that is not finished; how many of them one screen has room for."""


def screen(answers: Answers, out: Path, program: str) -> Iterator[str]:
    """Give the lines, of at most ``WIDTH`` signs but for paths."""
    yield ""
    for label, texts in (
        ("Network", _network(answers)),
        ("Council", _council(answers)),
        ("Stage", _stage(answers)),
        ("Deadline", _next_deadline(answers)),
        ("Candidates", _candidates(answers)),
        ("Proposals", _proposals(answers)),
        ("Problems", _problems(answers)),
        ("Sources", _sources(answers)),
        ("Files made", iter(answers["publish"])),
        ("What to do", _what_to_do(answers, out, program)),
    ):
        yield from _labelled(label, texts)


def _labelled(label: str, texts: Iterator[str]) -> Iterator[str]:
    """Put a label before the first line; a text that begins with blanks is a command, which is not broken into lines."""
    for text in texts:
        indented = text.startswith(" ")
        lines = [text] if indented else _LINES.wrap(text)
        for line in lines:
            yield f"{label:<{_LABEL}} {line.replace(_TOGETHER, ' ')}"
            label = ""


def _network(answers: Answers) -> Iterator[str]:
    told = answers["network"]
    yield f"{told['network']}: practice, nothing leaves this machine"
    yield f"{told['world']}: seed {told['seed']}, runtime {told['spec_version']}, genesis {told['genesis'][:10]}…"
    if told["unlike_production"]:
        yield f"Unlike on the main network, {_differences(told['unlike_production'])}."


def _differences(constants: Mapping[str, Mapping[str, int]]) -> str:
    """Say which stages last how long in place of how long, and how many other constants differ."""
    stages = [
        f"{_STAGES[name]} lasts {_days(value['here'])} (there {_days(value['production'])})"
        for name, value in constants.items()
        if name in _STAGES
    ]
    others = len(constants) - len(stages)
    more = [f"{others} other constant{' differs' if others == 1 else 's differ'}"] if others else []
    return ", ".join([*stages, *more])


def _days(blocks: int) -> str:
    days = blocks * SECONDS_OF_A_BLOCK / 86_400
    return f"{days:g} day{'' if days == 1 else 's'}".replace(" ", _TOGETHER)


def _council(answers: Answers) -> Iterator[str]:
    term = max((row for row in answers["terms"] if row["chain"] == MAINNET), key=lambda row: int(row["term"]))
    seats = [row["handle"] for row in answers["seats"] if (row["chain"], row["term"]) == (MAINNET, term["term"])]
    yield f"term {term['term']}, since block {term['start_block']:,} ({_day(term['started_at'])}): {', '.join(seats)}"


def _stage(answers: Answers) -> Iterator[str]:
    stage, head = answers["deadlines"]["stage"], answers["deadlines"]["head"]
    yield (
        f"{stage['name']}, cycle {stage['cycle']}, until block {stage['ends_at']:,}; "
        f"the last final block is {head['block']:,}, {_time(head['time'])} UTC"
    )
    yield from answers["deadlines"]["notes"]


def _next_deadline(answers: Answers) -> Iterator[str]:
    """Tell the next deadline of the election before which somebody has to act."""
    acted_on = [one for one in answers["deadlines"]["deadlines"] if one["name"] in ACTED_ON and one["open"]]
    for one in sorted((one for one in acted_on if one["proposal"] is None), key=lambda one: one["block"])[:1]:
        yield f"{TITLES[one['name']]}: last usable block {one['last_usable_block']:,}, {_when(one)}"


def _candidates(answers: Answers) -> Iterator[str]:
    stage = answers["deadlines"]["stage"]
    rows = [row for row in answers["candidates"] if row["chain"] == MAINNET and row["cycle_id"] == stage["cycle"]]
    by_outcome = {
        word: [row["handle"] for row in rows if row["outcome"] == outcome and row["counted"]]
        for word, outcome in (("", "stood"), ("; withdrew: ", "withdrew"))
    }
    named = "".join(word + ", ".join(handles) for word, handles in by_outcome.items() if handles)
    if stage["candidates"] is not None:
        yield f"{stage['candidates']} of {stage['candidates_needed']} needed" + (f": {named}" if named else "")
    else:
        yield "no election is under way"


def _proposals(answers: Answers) -> Iterator[str]:
    rows = _open_proposals(answers)
    yield f"{len(rows)} open" if rows else "none is open"
    for row in rows[:MOST_PROPOSALS]:
        yield f"{row['number']} {_short(row['title'] or row['type'])}: {_outlook(row, answers)}"
    if len(rows) > MOST_PROPOSALS:
        yield f"… and {len(rows) - MOST_PROPOSALS} more"


def _open_proposals(answers: Answers) -> list[Row]:
    return [row for row in answers["proposals"] if row["chain"] == MAINNET and row["status"] in _OPEN]


def _outlook(row: Row, answers: Answers) -> str:
    """Say what is next for a proposal that is not finished, and what a new council would do to it."""
    of_it = {
        one["name"]: one
        for one in reversed(answers["deadlines"]["deadlines"])  # of one name, that of the first branch counts
        if one["proposal"] == row["number"]
    }
    if row["status"] == "dormant":
        return "approved once; it waits for the next council"
    if row["status"] == "gracing":
        execution = of_it.get("proposal-execution")
        return "approved" + (f"; carried out in block {execution['block']:,}, {_when(execution)}" if execution else "")
    last = of_it.get("last-proposal-vote")
    if last is None:
        return "it can be voted on"
    votes = sum(row[kind] or 0 for kind in ("approvals", "rejections", "abstentions", "slashes"))
    lost = "council-change-rejects" in of_it
    return f"{votes} vote{'' if votes == 1 else 's'}; last in block {last['last_usable_block']:,}, {_when(last)}" + (
        "; LOST to the new council if not decided by then" if lost else ""
    )


def _problems(answers: Answers) -> Iterator[str]:
    open_ = [row for row in answers["problems"] if row["state"] == "open"]
    yield f"{len(open_)} open, {len(answers['problems']) - len(open_)} mended or decided"
    for severity in SEVERITIES:
        kinds = Counter(row["code"] for row in open_ if row["severity"] == severity)
        if kinds:
            said = ", ".join(f"{code}{_TOGETHER}{count}" for code, count in sorted(kinds.items(), key=_most_first))
            yield f"{kinds.total()} {severity}{'' if kinds.total() == 1 else 's'}: {said}"


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _sources(answers: Answers) -> Iterator[str]:
    for source in answers["status"]["sources"]:
        lag = "" if source["lag"] is None else f", {duration(source['lag'])} behind (limit {duration(source['limit'])})"
        reason = f": {source['reason']}" if source["reason"] else ""
        yield f"{source['source']} is {source['verdict']}, block {source['height']:,}{lag}{reason}"
    sets = answers["import"]["data_sets"]
    files, unknown = sum(one["files"] for one in sets), len(answers["import"]["unknown_files"])
    yield f"archive: {files} files read, {unknown} of no known format"
    yield f"{answers['sync']['requests']:,} requests, every one to this machine"


def _what_to_do(answers: Answers, out: Path, program: str) -> Iterator[str]:
    stage = answers["deadlines"]["stage"]
    due = []
    if stage["name"] == "announcing" and (missing := stage["candidates_needed"] - stage["candidates"]) > 0:
        are = "candidate is" if missing == 1 else "candidates are"
        due.append(f"tell the community that {missing} more {are} needed")
    if voted_on := [str(row["number"]) for row in _open_proposals(answers) if row["status"] == "deciding"]:
        due.append(f"remind the council of proposal{'' if len(voted_on) == 1 else 's'} {' and '.join(voted_on)}")
    if due:
        yield f"As a secretary: {'; '.join(due)}."
    yield f"Open {out / 'site' / 'index.html'} in a browser, or {out / 'site' / 'leaderboard.xlsx'}."
    yield "Ask the desk, here for deadlines (others: status, problems, table, role):"
    yield f"  cd {shlex.quote(str(out))} && {program} deadlines"
    yield "Run this network yourself, and let its time pass (docs/operate.md):"
    yield f"  {program} devnet --world demo"


def _short(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1] + "…"


def _day(moment: str | None) -> str:
    return (moment or "unknown")[:10]


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _when(deadline: Row) -> str:
    """Write a deadline's time in UTC, with the band to either side in minutes, rounded up."""
    at, earliest, latest = (datetime.fromisoformat(deadline[name]) for name in ("time", "earliest", "latest"))
    seconds = max(latest - at, at - earliest).total_seconds()
    return f"{_time(deadline['time'])} UTC ± {-int(-seconds // 60)} min".replace(" ", _TOGETHER)
