"""Rules about time: whether the vote ends before the next council, when it would be carried out, and whether that is in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.desk.saying import count
from secretariat.desk.times import moment_of_block, time_words
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.moments import Moment
from secretariat.facts.proposal_drafts import By, ProposalDraft
from secretariat.facts.proposal_parameters import CODEX, Parameters, constant_of

CHANGE = (
    "A new council rejects what is not decided, with a fee; the last vote that counts is two blocks before it takes office "
    "(new_council_elected, and the order of pallets in a block)."
)
IN_TIME = (
    "It is carried out after voting and grace period, or in the exact block, if the last vote that counts approves it."
)
EXACT = "An exact execution block is not before filing plus voting and grace period (InvalidExactExecutionBlock)."


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """The blocks of a proposal filed in ``filed``: end of voting, last vote that counts, first and last possible execution.

    ``change`` is the block of the earliest next election. Where several councils must approve, ``latest`` is after the next one's vote,
    if nothing fails, and ``earliest`` too.
    """

    filed: int
    ends: int
    change: int
    last_vote: int
    earliest: int
    latest: int


def course_of(draft: ProposalDraft, seen: Seen) -> Course | str:
    """Work the course out; a text says why it is not known."""
    parameters, elections = seen.runtime.parameters(draft.type.name), seen.elections
    if seen.chain_unknown or seen.filed is None:
        return seen.chain_unknown or "the chain was not read yet"
    if parameters.voting_period is None or parameters.grace_period is None:
        return f"{CODEX}{constant_of(draft.type.name)} was not read"
    if not elections:
        return "the council's stage does not tell when the next election can be"
    return _course(
        draft, parameters, seen.filed, min(elections.values()), parameters.voting_period, parameters.grace_period
    )


def _course(draft: ProposalDraft, parameters: Parameters, filed: int, change: int, voting: int, grace: int) -> Course:
    last_vote = min(filed + voting - 1, change - 2)
    exact = draft.exact_execution_block or 0
    first, last = filed + 2, last_vote + 1
    if (parameters.constitutionality or 1) > 1:
        first, last = change + 2, change + voting
    return Course(
        filed=filed,
        ends=filed + voting,
        change=change,
        last_vote=last_vote,
        earliest=max(first + grace, exact),
        latest=max(last + grace, exact),
    )


def periods(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look at the next council, the exact execution block, and the deadline."""
    course = course_of(draft, seen)
    if isinstance(course, str):
        yield unknown("vote-before-council", course, CHANGE)
        if draft.exact_execution_block is not None:
            yield unknown("execution-block", course, EXACT, "$.exact_execution_block")
        yield unknown("deadline", course, IN_TIME, "$.deadline")
        return
    source = f"{seen.runtime.source(CODEX + constant_of(draft.type.name))}; {'' if seen.council is None else seen.council.source}"
    yield _before_council(seen, course, source)
    if draft.exact_execution_block is not None:
        yield _exact(draft, seen, course, draft.exact_execution_block, source)
    yield _in_time(draft, seen, course, source)


def _before_council(seen: Seen, course: Course, source: str) -> Result:
    filed = f"Filed in block {course.filed:,}, its voting period ends in block {course.ends:,} ({time_words(seen.now, course.ends)})"
    change = f"the next council can take office in block {course.change:,} ({time_words(seen.now, course.change)})"
    if course.ends < course.change:
        return judged("vote-before-council", True, f"{filed}; {change}.", CHANGE, source)
    words = f"{filed}, but {change}. The last vote that counts is then in block {course.last_vote:,}, {_blocks_left(course)}."
    return judged("vote-before-council", False, words, CHANGE, source)


def _blocks_to_vote(course: Course) -> int:
    return course.last_vote - course.filed


def _blocks_left(course: Course) -> str:
    left = _blocks_to_vote(course)
    return f"{left:,} blocks after filing" if left > 0 else "and no vote counts any more"


def _exact(draft: ProposalDraft, seen: Seen, course: Course, exact: int, source: str) -> Result:
    told = seen.runtime.parameters(draft.type.name)
    least = course.filed + (told.voting_period or 0) + (told.grace_period or 0)
    words = f"Block {exact:,} ({time_words(seen.now, exact)}); filed in block {course.filed:,} it may be {least:,} or later."
    if exact >= least:
        last = exact - least + course.filed
        words += f" For block {exact:,} it is to be filed in block {last:,} or before ({time_words(seen.now, last)}), {_margin(last - course.filed)}."
    return judged("execution-block", exact >= least, words, EXACT, source, "$.exact_execution_block")


def _margin(blocks: int) -> str:
    return (
        f"{count(blocks, 'block')} after the next one" if blocks else "which is the next one: there is no time to spare"
    )


def _in_time(draft: ProposalDraft, seen: Seen, course: Course, source: str) -> Result:
    place = "$.deadline"
    told = f"It is carried out in block {course.latest:,} at the latest ({time_words(seen.now, course.latest)})"
    if _blocks_to_vote(course) <= 0:
        words = "It cannot be carried out: filed now, no vote on it counts any more before the council changes."
        return judged("deadline", False, words, IN_TIME, source, place)
    if draft.deadline is None:
        return judged("deadline", True, f"{told}; the draft names no deadline.", IN_TIME, source, place)
    late, early = (_is_after(seen, block, draft.deadline) for block in (course.latest, course.earliest))
    if late is None or early is None:
        return unknown("deadline", "when a block comes is not known: no pace was measured", IN_TIME, place, source)
    by = _by_words(seen, draft.deadline)
    if early:
        words = f"It cannot be in time: carried out in block {course.earliest:,} at the earliest ({time_words(seen.now, course.earliest)}), by {by}."
    elif late:
        words = f"{told}, which is after {by}; it is in time only if the council decides sooner, block {course.earliest:,} at the earliest."
    else:
        words = f"{told}, in time for {by}."
    return judged("deadline", not late and not early, words, IN_TIME, source, place)


def _is_after(seen: Seen, block: int, by: By) -> bool | None:
    """Tell whether a block comes after a deadline, at the late edge of its band; None where its time is not known."""
    if by.block is not None:
        return block > by.block
    expected = moment_of_block(seen.now, block)
    if expected is None or by.date is None:
        return None
    day = date.fromisoformat(by.date)
    if day == date.max:  # the calendar has no day after it
        return False
    return expected.latest >= Moment((day + timedelta(days=1)).isoformat())


def _by_words(seen: Seen, by: By) -> str:
    return f"the end of {by.date} UTC" if by.block is None else f"block {by.block:,} ({time_words(seen.now, by.block)})"
