"""A new runtime: what it changed for proposals is told once, as what was and what is, and nothing where it changed nothing."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from secretariat.desk.findings import Finding
from secretariat.desk.neutrality.gate import concerns
from secretariat.devnet.chain.specs import EARLIER
from secretariat.duties.guidance.review import review
from secretariat.duties.guidance.rules_runtime import TOLD_FOR
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.past_states import PastState
from secretariat.facts.snapshot import snapshot_of
from tests.duties.guidance.invented import CONSTANTS, SETTINGS, parameters, world
from tests.duties.proposals.invented import BEGAN, JOY, chain

FUNDING = "ProposalsCodex.FundingRequestProposalParameters"
HEAD = BEGAN + 2_000
BRIDGE = "ProposalsCodex.UpdateArgoBridgeConstraints"


def concluded(
    before: Mapping[str, Any] | None, head: int = HEAD, spec: int = 2003, read: int = BEGAN - 1, more: Any = ()
) -> Finding | None:
    """Conclude with the constants in force first read at HEAD, and those of an earlier runtime, unless that is None."""
    in_force = [
        chain(RuntimeConstant(spec_version=2004, name=name, value=json.dumps(value)), f"2004/{name}", HEAD)
        for name, value in CONSTANTS.items()
    ]
    older = [
        chain(RuntimeConstant(spec_version=spec, name=name, value=json.dumps(value)), f"{spec}/{name}", read)
        for name, value in (before or {}).items()
    ]
    one = world(head=head, constants={}, more=[*in_force, *older, *more])
    found = {each.key: each for each in review(snapshot_of(one.records()), one.now, SETTINGS)}
    return found.get("guidance/runtime/2004")


def text(before: Mapping[str, Any]) -> str:
    found = concluded(before)
    assert found is not None
    (wanted,) = found.wanted
    assert concerns(wanted, program=True) == ()
    assert len(wanted.text) < 2_000
    return wanted.text


def test_the_history_of_the_main_network_is_told_as_it_was() -> None:
    """Source: ``const_history.json``: the stake and the most of funding requests changed with spec version 2004."""
    said = text({**CONSTANTS, **EARLIER[2003]})
    assert "spec version 2004, before 2003" in said
    assert "- Stake 166.666666666 JOY, now 3,500 JOY: Funding request" in said
    assert "- Most that a funding request pays: 166,666.666666 JOY, now 1,000,000 JOY" in said
    assert said.count("\n- ") == 2


def test_types_that_came_periods_and_councils_are_told() -> None:
    before = {name: value for name, value in CONSTANTS.items() if name != BRIDGE}
    before = parameters(before, FUNDING, voting_period=5, constitutionality=2, approval_quorum_percentage=50)
    said = text({**before, "ProposalsEngine.TitleMaxLength": 30})
    assert "- Can be filed now: Update argo bridge constraints" in said
    assert (
        "- Voting period in blocks 5, now 43,200; quorum in per cent 50, now 66; councils in a row 2, now 1: Funding request"
        in said
    )
    assert "- Bytes of a title: 30, now 40" in said


def test_a_runtime_that_changes_everything_fits_a_message() -> None:
    before: dict[str, Any] = dict(CONSTANTS)
    for place, (name, value) in enumerate(CONSTANTS.items()):
        if isinstance(value, dict) and "voting_period" in value:
            before = parameters(before, name, required_stake=(7 + place) * JOY, voting_period=9)
    said = text(before)
    assert re.search(r"And \d+ further changes\.", said)
    alike = {
        name: parameters(CONSTANTS, name, required_stake=JOY)[name]
        if "WorkingGroup" in name and "Codex" in name
        else value
        for name, value in CONSTANTS.items()
    }
    assert text(alike)


@pytest.mark.parametrize("before", [None, CONSTANTS, {**CONSTANTS, "System.Version": {"spec_version": 2003}}])
def test_nothing_is_told_where_nothing_changed_or_the_one_before_is_not_known(before: Mapping[str, Any] | None) -> None:
    assert concluded(before) is None


@pytest.mark.parametrize(("later", "there"), [(0, True), (TOLD_FOR - 1, True), (TOLD_FOR, False)])
def test_it_is_told_for_a_week(later: int, there: bool) -> None:
    assert (concluded({**CONSTANTS, **EARLIER[2003]}, head=HEAD + later) is not None) is there


def test_a_later_runtime_that_was_read_before_is_none_before_it() -> None:
    assert concluded({**CONSTANTS, **EARLIER[2003]}, spec=2005) is None


def test_an_upgrade_of_an_earlier_term_is_no_news() -> None:
    """The constants of older runtimes are read for the history too, at borders of terms long ago."""
    before = {**CONSTANTS, **EARLIER[2003]}
    assert concluded(before, read=BEGAN - 2) is None
    stored = chain(PastState(spec_version=2003), str(BEGAN - 1), BEGAN - 1)
    assert concluded(before, read=BEGAN - 2, more=[stored]) is not None
