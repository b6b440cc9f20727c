"""Checks of what a text claims: a number, a time, an amount as it is said, held against a moment of the truth."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.moment import Moment

BASE = 10**10
Check = Callable[["re.Match[str]", Moment], bool]


def number(text: str) -> int:
    """Read a number: ``1,699,200``, ``no``, ``none``."""
    return 0 if text.lower() in ("no", "none") else int(text.replace(",", ""))


def base_units(text: str) -> int:
    """Read tokens as base units; more than ten decimals are no amount."""
    whole, _, part = text.replace(",", "").partition(".")
    return int(whole) * BASE + int((part + "0" * 10)[:10]) if len(part) <= 10 else -1


def figure_is(group: int, value: Callable[[Moment], int]) -> Check:
    """Hold a number against a figure of the moment."""
    return lambda found, at: number(found[group]) == value(at)


def tokens_are(group: int, value: Callable[[Moment], int]) -> Check:
    """Hold tokens against a figure in base units."""
    return lambda found, at: base_units(found[group]) == value(at)


def of_rules(name: str) -> Callable[[Moment], int]:
    """Give a figure of the rules in force."""
    return lambda at: at.figure(name)


class Timed(Protocol):
    """A moment of anything: blocks of it have a time."""

    @property
    def history(self) -> History:
        """Give the truth, asked by block."""


def time_fits(found: "re.Match[str]", at: Timed) -> bool:
    """Hold a block's time against the network's; the said time has no seconds."""
    said = datetime.strptime(found[2], "%Y-%m-%d %H:%M").replace(tzinfo=UTC).timestamp()
    true = at.history.milliseconds(number(found[1])) / 1000
    return abs(true - said) <= seconds(found[3]) + 60


def left_fits(found: "re.Match[str]", at: Moment) -> bool:
    """Hold the time left against that until the last usable block; hours are told without minutes from two days on."""
    return time_left_fits(found, at.stage.last - at.block)


def time_left_fits(found: "re.Match[str]", blocks: int) -> bool:
    """Hold a time left against blocks, within its band or, where it has none, ``UNBANDED``; from two days on hours are told without minutes."""
    band = UNBANDED + blocks * 6 / SHARE if found[2] is None else seconds(found[2])
    return abs(blocks * 6 - seconds(found[1])) <= band + (3_600 if "d" in found[1] else 60)


UNBANDED, SHARE = 300, 100
"""Of a time left whose band stands with the block's time: so many seconds, and one part in so many of it, it may be off."""


_UNITS = {"d": 86_400, "h": 3_600, "min": 60, "s": 1}


def seconds(text: str) -> float:
    """Read a time or a band: ``2 d 3 h``, ``± 12 min``."""
    return sum(float(amount) * _UNITS[unit] for amount, unit in re.findall(r"([\d.]+) (d|h|min|s)\b", text))


_WHAT = {"candidacy": "announcing", "vote": "voting", "revealing": "revealing", "reveal": "revealing"}


def last_block_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a last block against the stage's that its words are about; revealing a vote is about revealing."""
    about = next((stage for word, stage in reversed(_WHAT.items()) if word in found[1]), "")
    return about == at.stage.name and number(found[2]) == at.stage.last


def of_failure(name: str) -> Callable[[Moment], int]:
    """Give a figure of the failed cycle; -1 where none failed."""

    def value(at: Moment) -> int:
        failed = at.of_failed()
        return -1 if failed is None else int(getattr(failed, name))

    return value


def stood_too_few(found: "re.Match[str]", at: Moment) -> bool:
    """Hold who stood and how many were needed against a cycle that failed in announcing."""
    failed = at.of_failed()
    return failed is not None and failed.too_few_stood and pair(found) == (failed.stood, failed.needed)


def revealed_too_few(found: "re.Match[str]", at: Moment) -> bool:
    """Hold who had a revealed vote, of whom, against a cycle that failed in revealing."""
    failed = at.of_failed()
    voted = None if failed is None else (failed.with_votes, failed.stood)
    return failed is not None and not failed.too_few_stood and pair(found) == voted


def earlier_stood(found: "re.Match[str]", at: Moment) -> bool:
    """Hold who stood against an earlier cycle that failed in announcing."""
    failed = at.failed_earlier.get(number(found[1]))
    return failed is not None and failed.too_few_stood and number(found[2]) == failed.stood


def earlier_revealed(found: "re.Match[str]", at: Moment) -> bool:
    """Hold who had a revealed vote, of whom, and votes cast and revealed, against an earlier cycle that failed in revealing."""
    failed = at.failed_earlier.get(number(found[1]))
    if failed is None or failed.too_few_stood:
        return False
    true = (failed.with_votes, failed.stood, failed.cast, failed.revealed)
    return tuple(number(found[place]) for place in (2, 3, 4, 5)) == true


def cycle_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a cycle against this one and the failed one before it."""
    return number(found[1]) in {at.cycle, *([] if at.failed is None else [at.failed["cycle"]])}


def pair(found: "re.Match[str]") -> tuple[int, int]:
    """Read the two numbers of a claim."""
    return number(found[1]), number(found[2])


def arrivals_are(found: "re.Match[str]", at: Moment) -> bool:
    """Hold periods and candidacies of the past."""
    return pair(found) == (at.arrivals.candidacies, at.arrivals.periods)


def median_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold the median time before the end, told in minutes or from two days on in hours, and its n."""
    true = at.arrivals.median
    near = true is not None and abs(true * 6 - seconds(found[1])) <= (3_600 if "d" in found[1] else 60)
    return near and number(found[2]) == at.arrivals.candidacies


def usual_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold the usual stake, and of how many elections: to a JOY, below 100 JOY to a hundredth; what is rounded is told as such, and no other."""
    usual, many = at.usual
    away, step = abs(usual - base_units(found[2])), BASE if usual >= 100 * BASE else BASE // 100
    return number(found[3]) == many and bool(found[1]) == (away > 0) and 2 * away <= step


def somebody_stood(found: "re.Match[str]", at: Moment) -> bool:
    """Hold words about candidacies of a failed cycle, or their stakes, against whether anybody stood when it ended."""
    failed = at.of_failed()
    return failed is not None and failed.stood > 0


def votes_were_cast(found: "re.Match[str]", at: Moment) -> bool:
    """Hold words about stakes of a failed cycle's votes against whether there were any."""
    failed = at.of_failed()
    return failed is not None and failed.cast > 0


def reward_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold a rounded reward of a day against the exact one."""
    said, exact = base_units(found[1]), at.figure("councilor_reward") * DAY
    return number(found[2]) == DAY and abs(said - exact) <= BASE // 200


def failed_votes_are(found: "re.Match[str]", at: Moment) -> bool:
    """Hold votes cast and revealed of the failed cycle."""
    failed = at.of_failed()
    return failed is not None and pair(found) == (failed.cast, failed.revealed)


def council_size_is(found: "re.Match[str]", at: Moment) -> bool:
    """Hold both numbers against the seats of the failed cycle: a runtime may have changed them since."""
    failed = at.of_failed()
    return failed is not None and pair(found) == (failed.seats, failed.seats)


def seats_are(found: "re.Match[str]", at: Moment) -> bool:
    """Hold both numbers against the seats."""
    return set(pair(found)) == {at.figure("seats")}


def without_are(found: "re.Match[str]", at: Moment) -> bool:
    """Hold who has no revealed vote against the truth, and ``has`` and ``have`` against the number; none is to be said plainly."""
    without = number(found[1])
    return pair(found) == (at.without_vote, at.standing) and without > 0 and (found[3] == "has") == (without == 1)


def each_needs(found: "re.Match[str]", at: Moment) -> bool:
    """Hold that every candidate needs a revealed vote against the seats: it is so only where no more stand than there are seats."""
    return at.standing <= at.figure("seats")
