"""Paragraphs: current, to come, outdated, stale or not known, by block, date and spec version, and by what a runtime changed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.guide_paragraphs import Bound, GuideParagraph, State, judged
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot, snapshot_of
from tests.duties.proposals.invented import chain

NOW = Now(at=Moment("2026-06-15T12:00:00Z"), head=1_000, block=1_000, spec_version=2004)
PARAGRAPH = GuideParagraph(
    id="a", subject="funding-request", text="Words.", valid_since=Bound(spec_version=2003), spec_version=2004
)
STAKE = "ProposalsCodex.FundingRequestProposalParameters"


def constants(**by_spec: Mapping[str, Any]) -> Snapshot:
    """State the constants of runtimes, as ``spec2003={...}``."""
    return snapshot_of(
        chain(
            RuntimeConstant(spec_version=int(spec.removeprefix("spec")), name=name, value=json.dumps(value)),
            f"{spec}/{name}",
            5,
        )
        for spec, values in by_spec.items()
        for name, value in values.items()
    )


OLD = {
    STAKE: {"required_stake": 1},
    "Council.IdlePeriodDuration": 5,
    "ProposalsEngine.RejectionFee": 3,
    "System.Version": 1,
}
NEW = {**OLD, STAKE: {"required_stake": 2}, "System.Version": 2}
BOTH = constants(spec2003=OLD, spec2004=NEW)


def day(text: str) -> Bound:
    return Bound(date=Moment(text))


@pytest.mark.parametrize(
    ("since", "until", "state"),
    [
        (Bound(block=1_000), None, "current"),
        (Bound(block=1_001), None, "to come"),
        (Bound(block=1), Bound(block=1_000), "current"),
        (Bound(block=1), Bound(block=999), "outdated"),
        (day("2026-06-15"), None, "current"),
        (day("2026-06-16"), None, "to come"),
        (day("2026-06-01"), day("2026-06-15"), "current"),
        (day("2026-06-01"), day("2026-06-14"), "outdated"),
        (Bound(spec_version=2004), None, "current"),
        (Bound(spec_version=2005), None, "to come"),
        (Bound(spec_version=2002), Bound(spec_version=2004), "current"),
        (Bound(spec_version=2002), Bound(spec_version=2003), "outdated"),
    ],
)
def test_borders_belong_to_it(since: Bound, until: Bound | None, state: State) -> None:
    assert judged(replace(PARAGRAPH, valid_since=since, valid_until=until), NOW, BOTH).state == state


@pytest.mark.parametrize(
    ("subject", "state"),
    [
        ("funding-request", "stale"),
        ("signal", "current"),
        ("proposals", "stale"),
        ("council", "current"),
        ("Council", "current"),
        (STAKE, "stale"),
        ("Council.IdlePeriodDuration", "current"),
        ("pioneer", "not known"),
    ],
)
def test_a_new_runtime_makes_stale_what_it_changed(subject: str, state: State) -> None:
    assert judged(replace(PARAGRAPH, subject=subject, spec_version=2003), NOW, BOTH).state == state


def test_what_changed_is_named() -> None:
    found = judged(replace(PARAGRAPH, spec_version=2003), NOW, BOTH)
    assert found.why == f"It was written for spec version 2003; in force is 2004, in which {STAKE} is otherwise."
    gone = constants(spec2003=OLD, spec2004={"Council.IdlePeriodDuration": 5})
    assert "ProposalsEngine.RejectionFee are otherwise" in judged(replace(PARAGRAPH, spec_version=2003), NOW, gone).why


def test_a_fee_of_the_engine_concerns_every_type() -> None:
    fee = constants(spec2003=OLD, spec2004={**OLD, "ProposalsEngine.RejectionFee": 4})
    assert judged(replace(PARAGRAPH, subject="signal", spec_version=2003), NOW, fee).state == "stale"


def test_what_cannot_be_told_is_not_known_and_never_current() -> None:
    old = replace(PARAGRAPH, spec_version=2003)
    assert judged(old, NOW, constants(spec2004=NEW)).state == "not known"
    assert judged(replace(PARAGRAPH, valid_since=Bound(block=1), spec_version=None), NOW, BOTH).state == "not known"
    blank = Now(at=NOW.at)
    assert judged(PARAGRAPH, blank, BOTH).state == "not known"
    assert judged(replace(PARAGRAPH, valid_since=day("2026-01-01")), blank, BOTH).state == "not known"
    ends = replace(PARAGRAPH, valid_since=day("2026-01-01"), valid_until=Bound(block=5))
    assert judged(ends, blank, BOTH).state == "not known"


def test_of_which_runtime_the_constants_are_not_known_is_said() -> None:
    old = replace(PARAGRAPH, spec_version=2003)
    start = "It was written for spec version 2003; in force is 2004, and the constants of"
    assert judged(old, NOW, constants(spec2004=NEW)).why == f"{start} 2003 are not known."
    assert judged(old, NOW, constants(spec2003=OLD)).why == f"{start} 2004 are not known."
    assert judged(old, NOW, constants()).why == f"{start} 2003 and 2004 are not known."


def test_one_written_for_a_later_runtime_is_to_come() -> None:
    assert judged(replace(PARAGRAPH, spec_version=2005), NOW, BOTH).state == "to come"
