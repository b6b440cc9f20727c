"""Guides: every figure is the chain's, so another world's constants make another page; what is unknown is said to be."""

import re
from typing import Any

import pytest

from secretariat.duties.guidance.guide import Guide, guides_of
from secretariat.duties.guidance.pages import Page, page_of
from secretariat.duties.guidance.texts import NAMES, template
from secretariat.duties.guidance.usage import use_between
from secretariat.facts.proposal_types import BY_NAME, PROPOSAL_TYPES
from tests.duties.guidance.invented import CONSTANTS, history, parameters, viewed, world
from tests.duties.proposals.invented import BEGAN, JOY

FUNDING = "ProposalsCodex.FundingRequestProposalParameters"


def guides(**given: Any) -> dict[str, Guide]:
    view = viewed(world(**given))
    return {one.type.name: one for one in guides_of(view.runtime, view.seats)}


def page(type_: str, **given: Any) -> Page:
    view = viewed(world(**given))
    guide = next(one for one in guides_of(view.runtime, view.seats) if one.type.name == type_)
    return page_of(guide, view.runtime, view.now.pace, use_between(view.snapshot, 0))


def words(found: Page) -> str:
    return "\n".join([*found.lead, *(line for section in found.sections for line in (section.heading, *section.lines))])


@pytest.mark.parametrize("type_", [one.name for one in PROPOSAL_TYPES])
def test_every_type_has_a_page_that_says_all_it_must(type_: str) -> None:
    found = page(type_)
    assert found.lead[0]
    if BY_NAME[type_].refused:
        assert "call filter refuses" in found.lead[-1]
        assert found.sections == ()
        return
    said = words(found)
    for part in (
        "What to prepare",
        "Stake",
        "Rejected, or expired",
        "Cancelled",
        "Slashed",
        "must approve",
        "Voting period",
    ):
        assert part in said
    assert not re.search(r"not known|unknown|\{|\}", said.replace("Not known: the list of proposals is not whole.", ""))


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        ("funding-request", "2 of 3 council members must approve."),
        ("funding-request", "Stake: 3,500 JOY."),
        ("funding-request", "Rejected, or expired without a decision: 83.333333333 JOY."),
        ("funding-request", "as long as nobody has voted: 16.6666666666 JOY."),
        ("funding-request", "the whole stake, 3,500 JOY."),
        ("funding-request", "At most 20 accounts and 1,000,000 JOY together"),
        ("funding-request", "43,200 blocks (3 d 0 h ± 22 min)"),
        ("funding-request", "Title: 1 to 40 bytes. Description: 1 to 3,000 bytes."),
        ("funding-request", "The approval of one council is enough."),
        ("amend-constitution", "2 councils in a row must approve it."),
        ("amend-constitution", "3 of 3 council members must approve."),
        ("amend-constitution", "2 of 3 council members where only 2 have voted, 3 when all have, must say so"),
        ("update-channel-payouts", "2 of 3 council members where only 2 have voted, 3 when all have, must approve."),
        ("veto", "Grace period between approval and execution: none, it is carried out in the block"),
        ("set-max-validator-count", "the chain takes up to 100."),
        ("set-referral-cut", "up to 50 %."),
        ("signal", "Approval becomes impossible with 1 vote of another kind"),
    ],
)
def test_what_a_page_says_by_the_constants_of_production(type_: str, said: str) -> None:
    assert said in words(page(type_))


def test_another_world_s_constants_make_another_page() -> None:
    """Two worlds: no figure of the one stands on the other's page, in any section but what is no figure."""
    other = parameters(
        CONSTANTS,
        FUNDING,
        voting_period=7_777,
        grace_period=555,
        approval_quorum_percentage=39,
        approval_threshold_percentage=90,
        slashing_quorum_percentage=61,
        slashing_threshold_percentage=71,
        required_stake=1_234 * JOY,
        constitutionality=3,
    )
    other |= {
        "ProposalsEngine.RejectionFee": 17 * JOY,
        "ProposalsEngine.CancellationFee": 13 * JOY,
        "ProposalsEngine.TitleMaxLength": 71,
        "ProposalsEngine.DescriptionMaxLength": 9_100,
        "ProposalsEngine.MaxActiveProposalLimit": 37,
        "ProposalsCodex.FundingRequestProposalMaxAccounts": 8,
        "ProposalsCodex.FundingRequestProposalMaxTotalAmount": 64_000 * JOY,
        "Members.CandidateStake": 11 * JOY,
    }
    said = words(page("funding-request", constants=other, seats=(11, 12, 13, 14, 15)))
    ours = words(page("funding-request"))
    for figure in (
        "1,234 JOY",
        "17 JOY",
        "13 JOY",
        "1 to 71 bytes",
        "1 to 9,100 bytes",
        "At most 37 proposals",
        "At most 8 accounts and 64,000 JOY",
        "11 JOY",
        "7,777 blocks (12 h 57 min",
        "555 blocks (55 min",
        "2 of 5 council members where only 2 have voted, 5 when all have, must approve.",
        "3 of 5 council members where only 4 have voted, 4 when all have, must say so",
        "3 councils in a row",
        "(39 % of 5 council members), and 90 %",
    ):
        assert figure in said, figure
        assert figure not in ours
    numbers = set(re.findall(r"\d[\d,.]*\d|\d", ours)) & set(re.findall(r"\d[\d,.]*\d|\d", said))
    assert numbers <= {"1", "2", "3", "0"}, "a figure that no constant changed"


@pytest.mark.parametrize(
    "name",
    sorted(name for name in CONSTANTS if name.startswith(("ProposalsEngine.", FUNDING, "ProposalsCodex.Funding"))),
)
def test_what_is_not_known_is_said_to_be(name: str) -> None:
    given = {each: value for each, value in CONSTANTS.items() if each != name}
    found = page("funding-request", constants=given)
    assert "not known" in words(found) or found.guide.standing == "not in this runtime"


def test_a_type_that_the_runtime_does_not_have_says_so() -> None:
    name = "ProposalsCodex.UpdateArgoBridgeConstraints"
    found = guides(constants={each: value for each, value in CONSTANTS.items() if each != name})
    assert found["update-argo-bridge-constraints"].standing == "not in this runtime"
    assert "spec version 2004 has no proposals of this type" in found["update-argo-bridge-constraints"].why_not
    assert found["signal"].standing == "can be filed"


def test_before_the_first_election_the_council_s_size_counts() -> None:
    assert guides(seats=())["signal"].seats == 3
    assert (
        guides(seats=(11, 12, 13, 14, 15))["funding-request"].approvals
        == guides(seats=(), constants={**CONSTANTS, "Council.CouncilSize": 5})["funding-request"].approvals
    )


def test_without_a_pace_blocks_are_told_and_that_their_time_is_not_known() -> None:
    view = viewed(world())
    guide = guides_of(view.runtime, view.seats)[0]
    assert "43,200 blocks (how long that takes is not known" in words(page_of(guide, view.runtime, None))


def test_how_often_a_type_was_filed_is_told_with_all_proposals() -> None:
    filed = history([("signal", BEGAN - 9), ("signal", BEGAN - 8), ("veto", BEGAN + 1)])
    assert "2 times among 3 proposals of all types." in words(page("signal", more=filed))
    assert "0 times among 3 proposals" in words(page("funding-request", more=filed))
    assert "Not known: the list of proposals is not whole." in words(page("signal", more=filed[1:]))


def test_pages_about_persons_advise_nothing() -> None:
    for one in PROPOSAL_TYPES:
        if one.personnel:
            said = words(page(one.name))
            assert not re.search(r"\b(should|recommend|consider|useful|good|easy|easily|worth)\b", said, re.IGNORECASE)


def test_every_text_is_there() -> None:
    assert {f"type-{one.name}" for one in PROPOSAL_TYPES} < set(NAMES)
    assert all(template(name).text for name in NAMES)
