"""Claims: every number in a text is held against the truth at the blocks in which it was written and sent.

A text claims something where a pattern of this table fits. A number that no pattern explains is itself wrong: the judge passes over nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.moment import Moment
from secretariat.cli.term.judge.occasions import Threads
from secretariat.cli.term.judge.reading import people, plain

SLACK = 20
"""So many blocks before it arrived a claim may have been true last: finality, the query node's lag, and the way into a block."""

BASE = 10**10
Check = Callable[["re.Match[str]", Moment], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """One way of claiming something: its name, how it is said, and whether it is true at a moment.

    ``keeps`` is what of it stays in the words for other claims: the number of a group.
    """

    name: str
    pattern: str
    check: Check
    keeps: int | None = None


def number(text: str) -> int:
    """Read a number: ``1,699,200``, ``no``."""
    return 0 if text.lower() == "no" else int(text.replace(",", ""))


def _base_units(text: str) -> int:
    """Read tokens as base units; more than ten decimals are no amount."""
    whole, _, part = text.replace(",", "").partition(".")
    return int(whole) * BASE + int((part + "0" * 10)[:10]) if len(part) <= 10 else -1


def _is(group: int, value: Callable[[Moment], int]) -> Check:
    return lambda found, at: number(found[group]) == value(at)


def _joy(group: int, value: Callable[[Moment], int]) -> Check:
    return lambda found, at: _base_units(found[group]) == value(at)


def _figure(name: str) -> Callable[[Moment], int]:
    return lambda at: at.figure(name)


def _time(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a block's time against the network's; the said time has no seconds."""
    said = datetime.strptime(found[2], "%Y-%m-%d %H:%M").replace(tzinfo=UTC).timestamp()
    true = at.history.milliseconds(number(found[1])) / 1000
    return abs(true - said) <= _seconds(found[3]) + 60


def _left(found: "re.Match[str]", at: Moment) -> bool:
    """Hold the time left against that until the last usable block; hours are told without minutes from two days on."""
    true = (at.stage.last - at.block) * 6
    return abs(true - _seconds(found[1])) <= _seconds(found[2]) + (3_600 if "d" in found[1] else 60)


_UNITS = {"d": 86_400, "h": 3_600, "min": 60, "s": 1}


def _seconds(text: str) -> float:
    return sum(float(amount) * _UNITS[unit] for amount, unit in re.findall(r"([\d.]+) (d|h|min|s)\b", text))


_WHAT = {"candidacy": "announcing", "vote": "voting", "revealing": "revealing", "reveal": "revealing"}


def _last_block(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a last block against the stage's that its words are about; revealing a vote is about revealing."""
    about = next((stage for word, stage in reversed(_WHAT.items()) if word in found[1]), "")
    return about == at.stage.name and number(found[2]) == at.stage.last


def _failure(name: str) -> Callable[[Moment], int]:
    def value(at: Moment) -> int:
        failed = at.of_failed()
        return -1 if failed is None else int(getattr(failed, name))

    return value


def _stood_too_few(found: "re.Match[str]", at: Moment) -> bool:
    failed = at.of_failed()
    return failed is not None and failed.too_few_stood and _pair(found) == (failed.stood, failed.needed)


def _revealed_too_few(found: "re.Match[str]", at: Moment) -> bool:
    failed = at.of_failed()
    voted = None if failed is None else (failed.with_votes, failed.stood)
    return failed is not None and not failed.too_few_stood and _pair(found) == voted


def _cycle(found: "re.Match[str]", at: Moment) -> bool:
    return number(found[1]) in {at.cycle, *([] if at.failed is None else [at.failed["cycle"]])}


def _pair(found: "re.Match[str]") -> tuple[int, int]:
    return number(found[1]), number(found[2])


def _arrived(found: "re.Match[str]", at: Moment) -> bool:
    return _pair(found) == (at.arrivals.periods, at.arrivals.candidacies)


def _reward(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a rounded reward of a day against the exact one."""
    said, exact = _base_units(found[1]), at.figure("councilor_reward") * DAY
    return number(found[2]) == DAY and abs(said - exact) <= BASE // 200


def _failed_votes(found: "re.Match[str]", at: Moment) -> bool:
    failed = at.of_failed()
    return failed is not None and _pair(found) == (failed.cast, failed.revealed)


def _council_size(found: "re.Match[str]", at: Moment) -> bool:
    """Hold both numbers against the seats of the failed cycle: a runtime may have changed them since."""
    failed = at.of_failed()
    return failed is not None and _pair(found) == (failed.seats, failed.seats)


_N = r"(no|\d[\d,]*)"
_JOY = r"(\d[\d,]*(?:\.\d+)?) JOY"
_BAND = r"(± [\d.]+ (?:min|h))"

CLAIMS: tuple[Claim, ...] = (
    Claim("seed", r"0x[0-9a-f]{64}/(\d+)", _is(1, lambda at: at.cycle)),
    Claim("time", rf"(\d[\d,]*) \((\d{{4}}-\d\d-\d\d \d\d:\d\d) UTC {_BAND}(?: \(block [\d,]+\))?\)", _time, keeps=1),
    Claim("left", rf"\bin (\d+ d \d+ h|\d+ h \d+ min|\d+ min|\d+ s) {_BAND}", _left),
    Claim("last-block", r"[Ll]ast block for ([a-z ]+): ([\d,]+)", _last_block),
    Claim("failed-reveal", rf"\b{_N} of {_N} candidates? had a revealed vote", _revealed_too_few),
    Claim("failed-votes", rf"\b{_N} votes? had been cast, and {_N} of them revealed", _failed_votes),
    Claim("failed-withdrew", rf"\b{_N} candidates? had withdrawn", _is(1, _failure("withdrew"))),
    Claim("failed-stood", rf"ended, {_N} candidates? stood, and {_N} are needed", _stood_too_few),
    Claim("cycle", r"\b[Cc]ycle (\d+)", _cycle),
    Claim("council-size", rf"council of ([\d,]+) needs {_N} such", _council_size),
    Claim("council", r"\b[Cc]ouncil (\d+)", _is(1, lambda at: at.council)),
    Claim("seats", r"\b([\d,]+) seats? (?:is|are) to be filled", _is(1, _figure("seats"))),
    Claim("least", r"[Aa]t least ([\d,]+) (?:must stand|are needed)", _is(1, lambda at: at.needed)),
    Claim("fewer", r"[Ii]f fewer than ([\d,]+) stand", _is(1, lambda at: at.needed)),
    Claim("since", r"announced from block ([\d,]+) on", _is(1, lambda at: at.stage.begins)),
    Claim("again-since", r"began anew in block ([\d,]+)", _is(1, lambda at: at.stage.begins)),
    Claim("office", r"took office in block ([\d,]+)", _is(1, lambda at: at.stage.begins)),
    Claim("next", r"expected in block ([\d,]+)", _is(1, lambda at: at.stage.ends)),
    Claim("reveal-from", r"revealed from block ([\d,]+) on", _is(1, lambda at: at.stage.ends)),
    Claim("read-at", r"last read at block ([\d,]+)", lambda found, at: number(found[1]) <= at.block),
    Claim("arrivals", rf"last {_N} announcing periods? \(n = {_N}\)", _arrived),
    Claim("arrivals-late", rf"\b{_N} of the candidacies came", _is(1, lambda at: at.arrivals.late)),
    Claim("arrivals-enough", rf"in {_N} of these periods", _is(1, lambda at: at.arrivals.enough_late)),
    Claim(
        "unrevealed",
        rf"\b{_N} votes? of {_N} not revealed",
        lambda found, at: _pair(found) == (at.not_revealed, at.cast),
    ),
    Claim(
        "without",
        rf"\b{_N} of {_N} candidates? ha(?:s|ve) no revealed vote",
        lambda found, at: _pair(found) == (at.without_vote, at.standing),
    ),
    Claim(
        "with-one", rf"\b{_N} (?:such )?candidates?,? with (?:one|a revealed vote) are needed", _is(1, _figure("seats"))
    ),
    Claim(
        "thin-votes",
        rf"\b{_N} votes? with {_JOY} together",
        lambda found, at: (number(found[1]), _base_units(found[2])) == (at.cast, at.cast_stake),
    ),
    Claim("thin-past", rf"last {_N} elections?\b", _is(1, lambda at: at.usual[1])),
    Claim(
        "thin-usual",
        rf"counted was {_JOY} in the middle \(median, n = {_N}\)",
        lambda found, at: (_base_units(found[1]), number(found[2])) == at.usual,
    ),
    Claim(
        "for-seats",
        rf"\b{_N} candidates? for ([\d,]+) seats?",
        lambda found, at: _pair(found) == (at.standing, at.figure("seats")),
    ),
    Claim("stand", rf"\b{_N} candidates?\b", _is(1, lambda at: at.standing)),
    Claim("needed", r"\b([\d,]+) needed", _is(1, lambda at: at.needed)),
    Claim("candidacy-stake", rf"[Ss]take of a candidacy: at least {_JOY}", _joy(1, _figure("candidate_stake"))),
    Claim("vote-stake", rf"stake of at least {_JOY}", _joy(1, _figure("vote_stake"))),
    Claim("reward", rf"gets {_JOY} a block", _joy(1, _figure("councilor_reward"))),
    Claim("reward-day", rf"about {_JOY} in ([\d,]+) blocks", _reward),
    Claim("thread", r"\bforum thread (\d+)", lambda found, at: number(found[1]) == at.thread),
    Claim("recipe", r"\bSHA-256\b", lambda found, at: True),
    Claim("day", r"\b(24|72) hours\b", lambda found, at: True),
)

QUESTIONS: tuple[Claim, ...] = (
    Claim("spec", r"spec version (\d+)", _is(1, _figure("spec_version"))),
    Claim("announcing", r"Announcing, ([\d,]+) blocks", _is(1, _figure("announcing"))),
    Claim("voting", r"Voting, ([\d,]+) blocks", _is(1, _figure("voting"))),
    Claim("revealing", r"Revealing, ([\d,]+) blocks", _is(1, _figure("revealing"))),
    Claim("idle", r"([\d,]+) blocks later", _is(1, _figure("idle"))),
    Claim("most", r"The ([\d,]+) with the most", _is(1, _figure("seats"))),
    Claim("fewer", r"fewer than ([\d,]+) candidates", _is(1, _figure("seats"))),
    Claim("holds", rf"holds at least {_JOY}", _joy(1, _figure("candidate_stake"))),
    Claim("binds", rf"needs {_JOY} on it", _joy(1, _figure("bind_stake"))),
    Claim("salt", r"at most ([\d,]+) bytes", _is(1, _figure("salt_bytes"))),
    Claim("item", r"(?m)^(\d)\. ", lambda found, at: True),
)

_STAND = ("stand", "needed", "last-block", "left")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "introductions": ("council", "cycle", "seats", "least", "last-block", "candidacy-stake"),
    "announcing": ("council", "cycle", "seats", "least", "last-block", "candidacy-stake"),
    "restart": ("cycle", "again-since", "last-block"),
    "few": ("cycle", "stand", "last-block", "left"),
    "withdrawal": ("cycle", *_STAND),
    "voting": ("cycle", "for-seats", "last-block", "vote-stake"),
    "revealing": ("cycle", "last-block", "with-one"),
    "reminder-voting": ("cycle", "last-block", "left"),
    "reminder-revealing": ("cycle", "last-block", "left"),
    "unrevealed": ("cycle", "unrevealed", "without", "last-block", "left"),
    "thin": ("cycle", "thin-votes", "thin-usual", "last-block", "left"),
    "elected": ("cycle", "office"),
    "questions": ("spec", "announcing", "voting", "revealing", "holds", "binds", "salt"),
}
"""What each kind of text has to claim: a message without its number helps nobody."""

STAGES = {
    "introductions": "announcing",
    "announcing": "announcing",
    "restart": "announcing",
    "few": "announcing",
    "withdrawal": "announcing",
    "voting": "voting",
    "reminder-voting": "voting",
    "thin": "voting",
    "revealing": "revealing",
    "reminder-revealing": "revealing",
    "unrevealed": "revealing",
    "elected": "idle",
}


def wrong_claims(one: Arrived, kind: str, history: History, threads: Threads, configured: Configured) -> Iterator[str]:
    """Say which claims of a text were true at none of the blocks in which it was written and sent, and what it leaves out."""
    moments = [Moment(history, block, threads) for block in range(one.block, max(0, one.block - SLACK) - 1, -1)]
    stage = STAGES.get(kind)
    if stage is not None and all(at.stage.name != stage for at in moments):
        yield f"is about {stage}, and {moments[0].stage.name} runs since block {moments[0].stage.begins:,}"
        return
    table = (*QUESTIONS, *CLAIMS) if kind == "questions" else CLAIMS
    words, made = _claimed(one, configured), set()
    for claim in table:
        for found in re.finditer(claim.pattern, words):
            made.add(claim.name)
            if not any(claim.check(found, at) for at in moments):
                yield f"says {' '.join(found[0].split())!r} ({claim.name}), which was not so"
        words = re.sub(claim.pattern, " ~ " if claim.keeps is None else rf"\{claim.keeps}", words)
    yield from _left_out(kind, made, moments)
    for rest in re.findall(r"\d[\d,.]*", words):
        yield f"says {rest!r}, which the judge cannot account for"


def _left_out(kind: str, made: set[str], moments: list[Moment]) -> Iterator[str]:
    needed = set(REQUIRED.get(kind, ()))
    failed = moments[0].of_failed()
    if kind == "restart" and failed is not None:
        needed |= {"failed-stood"} if failed.too_few_stood else {"failed-reveal"}
    for name in sorted(needed - made):
        yield f"leaves out its claim {name!r}"
    if kind == "few" and all(at.standing < at.needed for at in moments) and "needed" not in made:
        yield "leaves out how many are needed"


def _claimed(one: Arrived, configured: Configured) -> str:
    """Give a text's words that claim something: without people, the checklist that is configured, and mentions."""
    listed = {each.line for each in people(one.text)}
    lines = f"{one.title}\n{plain(one.text)}".splitlines()
    words = "\n".join(line for line in lines if line not in listed)
    for known in (*configured.items, configured.source, f"as of {configured.date}"):
        words = words.replace(known, "")
    return re.sub(r"<@&?\d+>", "", words)
