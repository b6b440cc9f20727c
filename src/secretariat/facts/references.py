"""Contradictions between live records: references to nothing, ends before their starts, answers before their questions, leads that ended."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import AnyStated

REFERENCES: dict[str, dict[str, str]] = {
    "council-seat": {"council": "elected-council", "member_id": "membership"},
    "stage-update": {"council": "elected-council"},
    "election-cycle": {"council": "elected-council", "next_council": "elected-council"},
    "referendum-stage": {"election": "election-cycle"},
    "candidacy": {"election": "election-cycle", "member_id": "membership"},
    "cast-vote": {"election": "election-cycle", "candidacy": "candidacy"},
    "election-event": {
        "election": "election-cycle",
        "council": "elected-council",
        "candidacy": "candidacy",
        "vote": "cast-vote",
    },
    "proposal": {
        "creator_id": "membership",
        "discussion": "proposal-discussion",
        "group": "working-group",
        "lead": "worker",
        "opening": "opening",
        "application": "application",
        "other_proposal": "proposal",
    },
    "proposal-status-change": {"proposal": "proposal"},
    "proposal-vote": {"proposal": "proposal", "voter_id": "membership"},
    "proposal-decision": {"proposal": "proposal"},
    "proposal-execution": {"proposal": "proposal"},
    "proposal-discussion": {"proposal": "proposal"},
    "discussion-post": {
        "thread_id": "proposal-discussion",
        "author_id": "membership",
        "replies_to": "discussion-post",
    },
    "live-category": {"parent_id": "live-category", "moderators": "worker"},
    "live-thread": {"category_id": "live-category", "author_id": "membership", "first_post": "live-post"},
    "live-post": {"thread_id": "live-thread", "author_id": "membership", "replies_to": "live-post"},
    "working-group": {"lead": "worker"},
    "opening": {"group": "working-group"},
    "upcoming-opening": {"group": "working-group"},
    "application": {"opening": "opening", "applicant_id": "membership"},
    "worker": {"group": "working-group", "member_id": "membership", "application": "application"},
    "group-money-event": {"group": "working-group", "worker": "worker", "member_id": "membership"},
    "group-staff-event": {
        "group": "working-group",
        "worker": "worker",
        "opening": "opening",
        "application": "application",
        "hired": "worker",
    },
    "council-budget-event": {"member_id": "membership"},
    "council-reward": {"seat": "council-seat"},
    "membership": {"invited_by": "membership"},
    "chain-bounty": {"creator_id": "membership", "oracle_id": "membership", "thread_id": "live-thread"},
    "bounty-contribution": {"bounty": "chain-bounty", "contributor_id": "membership"},
    "bounty-entry": {"bounty": "chain-bounty", "worker_id": "membership"},
}
"""Which field of which kind names a record of which kind, by its key."""

_LIFE = (("created_block", "ended_block"), ("created_at", "ended_at"))

SPANS: dict[str, tuple[tuple[str, str], ...]] = {
    "elected-council": (("elected_block", "ended_block"), ("elected_at", "ended_at")),
    "election-cycle": (("created_at", "ended_at"),),
    "referendum-stage": (("started_block", "ends_at"),),
    "stage-update": (("changed_block", "ends_at"),),
    "proposal": (("created_block", "status_block"), ("created_at", "status_at")),
    "live-thread": _LIFE,
    "live-post": _LIFE,
    "opening": (*_LIFE, ("created_at", "expected_end")),
    "upcoming-opening": (("expected_start", "expected_end"),),
    "application": _LIFE,
    "worker": (
        ("created_at", "leaving_at"),
        ("created_at", "ended_at"),
        ("leaving_block", "ended_block"),
        ("leaving_at", "ended_at"),
    ),
    "chain-bounty": (("created_block", "funded_block"), ("created_at", "funded_at")),
}
"""Which two fields of a kind are a start and an end, both blocks or both moments."""

_OF_PROPOSAL = (("proposal", "block", "at"),)
_OF_POST = (("thread_id", "created_block", "created_at"), ("replies_to", "created_block", "created_at"))

ANSWERS: dict[str, tuple[tuple[str, str | None, str], ...]] = {
    "proposal-status-change": _OF_PROPOSAL,
    "proposal-vote": _OF_PROPOSAL,
    "proposal-decision": _OF_PROPOSAL,
    "proposal-execution": _OF_PROPOSAL,
    "discussion-post": _OF_POST,
    "live-post": _OF_POST,
    "live-thread": (("category_id", "created_block", "created_at"),),
    "application": (("opening", "created_block", "created_at"),),
    "worker": (("application", None, "created_at"),),
    "bounty-entry": (("bounty", "announced_block", "announced_at"),),
    "bounty-contribution": (("bounty", None, "created_at"),),
}
"""Kinds that cannot be older than records they name: each naming field, and where their own block and moment stand."""


ENDED = ("left", "terminated")
"""The states of a worker who works no more."""

NO_BLOCKS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """When a record began, as far as it says."""

    block: int | None
    at: Moment | None


def compared_fields(kind: str) -> tuple[str, ...]:
    """Name the fields of a kind that the checks look at."""
    answers = (field for answer in ANSWERS.get(kind, ()) for field in answer)
    spans = (field for span in SPANS.get(kind, ()) for field in span)
    named = (*answers, *REFERENCES.get(kind, ()), *spans)
    return tuple(sorted({field for field in named if field is not None}))


def doubts_about(
    kind: str, keys: Mapping[str, Container[str]], starts: Mapping[str, Mapping[str, Start]]
) -> Callable[[Mapping[str, int | str | None]], bool]:
    """Give what tells whether the checks may find something in a record of a kind, by its ``compared_fields`` alone.

    Such a record is worth loading. Never False for one that is wrong. A list of names may come as one word; such a record
    is in doubt.
    """
    named = [(field, keys[target]) for field, target in REFERENCES.get(kind, {}).items() if target in keys]
    spans = SPANS.get(kind, ())
    answers = [(answer, starts.get(REFERENCES[kind][answer[0]], {})) for answer in ANSWERS.get(kind, ())]

    def in_doubt(values: Mapping[str, int | str | None]) -> bool:
        for field, known in named:
            if (value := values[field]) is not None and str(value) not in known:
                return True
        for start, end in spans:
            if _before(values[end], values[start]):
                return True
        for (reference, block, moment), began in answers:
            asked = began.get(str(values[reference])) if began else None
            if asked is not None and (
                (block is not None and _before(values[block], asked.block)) or _before(values[moment], asked.at)
            ):
                return True
        return False

    return in_doubt


def _before(one: int | str | None, other: int | str | None) -> bool:
    return one is not None and other is not None and one < other  # type: ignore[operator]


def references_to_nothing(
    records: Iterable[AnyStated], keys: Mapping[str, Container[str]], read_to: Mapping[str, int] = NO_BLOCKS
) -> Iterator[Problem]:
    """Find fields that name a record which is not there.

    ``keys`` holds the keys of each kind that was read; of a kind that is not in it nothing is claimed, and nothing of what
    a record names that was first read after the block which a kind was ``read_to``, where that is given. Records come one
    by one, so that they need not be in memory together.
    """
    for record in records:
        for field, kind in REFERENCES.get(record.kind, {}).items():
            value = getattr(record.fact, field)
            if value is None or (known := keys.get(kind)) is None or record.line > read_to.get(kind, record.line):
                continue
            for each in value if isinstance(value, tuple) else (value,):
                if (named := str(each)) not in known:
                    yield _problem(
                        "reference-to-nothing",
                        record,
                        field,
                        named,
                        f"{field} of {record.kind} {record.key} is {named}, and there is no {kind} with that key.",
                        "Compare it with the chain; set the right one, or leave it.",
                    )


def ends_before_starts(records: Iterable[AnyStated]) -> Iterator[Problem]:
    """Find records that end before they began, one by one."""
    for record in records:
        for start, end in SPANS.get(record.kind, ()):
            began, ended = getattr(record.fact, start), getattr(record.fact, end)
            if began is not None and ended is not None and ended < began:
                yield _problem(
                    "end-before-start",
                    record,
                    end,
                    start,
                    f"{record.kind} {record.key} has {end} {_shown(ended)}, before its {start} {_shown(began)}.",
                    "Compare both with the chain, and set the right one.",
                )


def answers_before_questions(
    records: Iterable[AnyStated], starts: Mapping[str, Mapping[str, Start]]
) -> Iterator[Problem]:
    """Find records that are older than the record they belong to. ``starts`` holds, by kind, when each key began."""
    for record in records:
        for answer in ANSWERS.get(record.kind, ()):
            yield from _too_early(record, answer, starts)


def _too_early(
    record: AnyStated, answer: tuple[str, str | None, str], starts: Mapping[str, Mapping[str, Start]]
) -> Iterator[Problem]:
    reference, block, moment = answer
    kind = REFERENCES[record.kind][reference]
    named = getattr(record.fact, reference)
    began = None if named is None else starts.get(kind, {}).get(str(named))
    if began is None:
        return
    for field, start in ((block, began.block), (moment, began.at)):
        at = None if field is None else getattr(record.fact, field)
        if field is not None and at is not None and start is not None and at < start:
            yield _problem(
                "answer-before-question",
                record,
                field,
                f"{kind} {named}",
                f"{record.kind} {record.key} has {field} {_shown(at)}, before {kind} {named} began ({_shown(start)}).",
                "Compare both with the chain, and set the right one.",
            )


def leads_that_ended(groups: Iterable[AnyStated], ended: Mapping[str, str]) -> Iterator[Problem]:
    """Find working groups whose lead is a worker that ended; ``ended`` holds the state of each such worker, by its key."""
    for record in groups:
        lead = getattr(record.fact, "lead", None)
        if lead is not None and (state := ended.get(lead)) is not None:
            yield _problem(
                "lead-ended",
                record,
                "lead",
                f"worker {lead}",
                f"lead of {record.kind} {record.key} is {lead}, a worker whose state is {state}.",
                "Compare both with the chain; set the right lead, or leave it.",
            )


def _shown(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def _problem(code: str, record: AnyStated, field: str, other: str, what: str, repair: str) -> Problem:
    return problem(
        code,
        file=record.file,
        line=record.line,
        subject=f"{record.kind} {record.key} {field} {other}",
        what=what,
        repair=repair,
        target=Target(kind=record.kind, key=record.key, field=field),
    )
