"""Rules on the checks: every difference that printing does not explain is a problem, one for each cause."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secretariat.duties.leaderboard.check import Check
from secretariat.duties.leaderboard.term_places import file_and_line
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.texts import short

BLOCK_RANGE = ("start_block", "end_block", "started_at", "ended_at")
ONLY_CHECKED = ("start-", "kpi-", "spending-status")
"""Checks whose differences other rules report: starts that fall, KPI money, the ledger's status and the chain's."""

SPOKEN_UNITS = ("tokens", "USD", "blocks", "bytes", "points", "seconds")

NAMED_AT_MOST = 4

SET_HERE = "Find out which source is right. If it is the other one, set the value here; the value here is published."
FIRST_COUNTS = "Find out which source is right; the first one of each pair is published."


@dataclass(frozen=True, slots=True)
class _Cause:
    """What differing checks have in common: the problem's code, its file and what tells it apart there.

    ``file`` is empty for a systematic cause: it is found in several files and reported in the first.
    """

    code: str
    file: str
    subject: str


def check_problems(found: Sequence[Check]) -> Iterable[Problem]:
    """Make one problem of all differing checks that share a cause."""
    doubtful = [check for check in found if not check.harmless and not check.check.startswith(ONLY_CHECKED)]
    often = Counter(cause for check in doubtful if (cause := _systematic_cause(check)) is not None)
    groups: dict[_Cause, list[Check]] = {}
    for check in doubtful:
        cause = _systematic_cause(check)
        shared = cause if cause is not None and often[cause] > 1 else _own_cause(check)
        groups.setdefault(shared, []).append(check)
    for cause, checks in groups.items():
        yield _problem(cause, checks)


def _systematic_cause(check: Check) -> _Cause | None:
    """Group what lies in how a kind of source counts."""
    if check.cause is None or not check.cause.systematic:
        return None
    code = "block-range-contradiction" if check.figure in BLOCK_RANGE else check.code
    return _Cause(code, "", f"{check.chain or ''} {check.figure} {check.cause.rule} {_kinds(check)}")


def _own_cause(check: Check) -> _Cause:
    """Group the ends of one block range, the amounts of one term, the seats of one council, a report's many times."""
    file = check.stated.file if check.stated else file_and_line(check.expected_source)[0]
    term = f"{check.chain or ''} term {check.term}"
    other = file_and_line(check.found_source)[0]
    code = check.code
    if check.check.startswith("term-") and check.figure in BLOCK_RANGE:
        return _Cause("block-range-contradiction", file, f"{term} range and {other}")
    if check.check.startswith("ledger-"):
        return _Cause(code, file, f"{term} spending ledger")
    if check.check.startswith("seat-"):
        return _Cause(code, file, f"{term} seats and {other}")
    if check.check == "proposal-blocks-to-finalise":
        return _Cause(code, file, f"{term} proposal times and {other}")
    if check.check.startswith("term-"):
        return _Cause(code, file, f"{term} {check.figure}")
    if check.check.startswith("spending-copy-"):
        return _Cause(code, file, check.check)
    return _Cause(code, file, f"{check.check} {check.subject}")


def _problem(cause: _Cause, checks: list[Check]) -> Problem:
    first = checks[0]
    fields = {(check.stated.key, check.field) for check in checks if check.stated is not None and check.field}
    target = None
    if first.stated is not None and first.field is not None and len(fields) == 1:
        target = Target(kind=first.stated.kind, key=first.stated.key, field=first.field)
    place = file_and_line(first.stated.source if first.stated else first.expected_source)
    systematic = not cause.file
    done = first.cause.repair if first.cause and (systematic or len(checks) == 1) else ""
    return problem(
        cause.code,
        file=place[0],
        line=place[1],
        subject=cause.subject,
        what=_systematic(checks) if systematic else _what(checks),
        repair=done or (SET_HERE if target is not None else FIRST_COUNTS),
        applied=bool(done),
        target=target,
    )


def _what(checks: list[Check]) -> str:
    first = checks[0]
    place = f"Term {first.term} of {first.chain or 'an unknown chain'}: " if first.term is not None else ""
    named = "; ".join(_words(check) for check in checks[:NAMED_AT_MOST])
    more = f"; and {len(checks) - NAMED_AT_MOST} more, see the table checks" if len(checks) > NAMED_AT_MOST else ""
    return f"{place}{named}{more}."


def _words(check: Check) -> str:
    unit = f" {check.unit}" if check.unit in SPOKEN_UNITS else ""
    cause = f" (perhaps {check.cause.words})" if check.cause else ""
    return (
        f"{check.subject}: {_said(check.expected, unit)} in {check.expected_source}, but {_said(check.found, unit)} in"
        f" {check.found_source}{cause}"
    )


def _systematic(checks: list[Check]) -> str:
    """Tell what all have in common once, then the two values of every term."""
    first = checks[0]
    pairs = "; ".join(f"term {check.term}: {_said(check.expected)} and {_said(check.found)}" for check in checks)
    cause = first.cause.words if first.cause else "their sources differ"
    return (
        f"On {first.chain or 'an unknown chain'}, {first.subject}: {cause}. It is so in {len(checks)} terms ({pairs})."
    )


def _said(text: str | None, unit: str = "") -> str:
    """Write a value on one line, with its unit; a source that does not say has nothing."""
    return f"{short(' '.join(text.split()))}{unit}" if text else "nothing"


def _kinds(check: Check) -> str:
    """Name the two kinds of source of a check of a term, as its subject does."""
    return check.subject.rpartition(": ")[2]
