"""What each type of proposal holds: whatever it needs and a draft does not give is a concern, and so is what is foreign to it."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.devnet.metadata.declarations import Enum
from secretariat.devnet.metadata.types_of_dao import PROPOSAL_DETAILS
from secretariat.duties.guidance.checking.content import FOREIGN
from secretariat.facts.amounts import Amount
from secretariat.facts.proposal_contents import CONTENTS
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.proposal_types import BY_NAME, PROPOSAL_TYPES
from tests.duties.guidance.test_checking import FUNDING, GROUP, MORE, PLAIN, results, seen, verdict
from tests.duties.proposals.invented import JOY

TYPES = [one for one in PROPOSAL_TYPES if not one.refused]
NAMES = [one.name for one in TYPES]
GIVEN: dict[str, Any] = {
    "group": GROUP,
    "lead": 7,
    "opening": 3,
    "application": 5,
    "proposal": 7,
    "payees": FUNDING.payees,
    "amount": Amount(5),
    "figure": 5,
    "text": "A text.",
}
OF_FIELD = {"u8": "figure", "u32": "figure", "u128": "amount", "Vec<u8>": "text", "Percent": "figure"}
"""Members of a draft by the type of a variant's one field."""


def whole(name: str) -> ProposalDraft:
    """Give a draft of a type with all that the type needs."""
    return replace(PLAIN, type=BY_NAME[name], **{member: GIVEN[member] for member in CONTENTS[name].needs})


def test_every_type_that_can_be_filed_is_there() -> None:
    assert len(TYPES) == 27
    assert set(CONTENTS) == {one.name for one in PROPOSAL_TYPES}
    assert all(CONTENTS[name].needs or CONTENTS[name].beside for name in NAMES)


@pytest.mark.parametrize(("name", "member"), [(name, member) for name in NAMES for member in CONTENTS[name].needs])
def test_what_a_type_needs_and_a_draft_lacks_is_a_concern(name: str, member: str) -> None:
    code = member
    nothing: dict[str, Any] = {member: () if member == "payees" else None}
    lacking = replace(whole(name), **nothing)
    assert verdict(whole(name), code) != "concern" or member == "proposal", (
        "there is no proposal 7 to veto in this world"
    )
    found = results(lacking)[code]
    assert (found.verdict, found.place) == ("concern", f"$.{member}")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_foreign_to_a_type_is_a_concern(name: str) -> None:
    takes = set(CONTENTS[name].members)
    for member in (*FOREIGN, "payees"):
        found = results(replace(whole(name), **{member: GIVEN[member]}))
        if member not in takes:
            assert (found[member].verdict, found[member].place) == ("concern", f"$.{member}")
    assert not {code for code in (*FOREIGN, "payees") if code in results(whole(name))} - takes


@pytest.mark.parametrize("name", [name for name in NAMES if CONTENTS[name].beside])
def test_what_a_draft_has_no_member_for_is_said_to_be_unchecked(name: str) -> None:
    found = results(whole(name))["content"]
    assert found.verdict == "unknown"
    assert CONTENTS[name].beside in found.words


def test_types_take_what_the_chain_s_metadata_has() -> None:
    """Variants with one field of a plain type: that is the one member which the type needs."""
    details = PROPOSAL_DETAILS["ProposalDetails"]
    assert isinstance(details, Enum)
    one_field = {one.name: one.fields[0].type for one in details.variants if len(one.fields) == 1}
    plain = {name: OF_FIELD[type_] for name, type_ in one_field.items() if type_ in OF_FIELD}
    del plain["RuntimeUpgrade"]  # its bytes are code, not a text
    plain["VetoProposal"] = "proposal"
    assert len(plain) == 13, plain
    assert {one.variant: one.name for one in TYPES}.keys() >= plain.keys()
    assert {one.variant: CONTENTS[one.name].needs for one in TYPES if one.variant in plain} == {
        variant: (member,) for variant, member in plain.items()
    }


BALANCES = [name for name in NAMES if "amount" in CONTENTS[name].members]


@pytest.mark.parametrize("name", BALANCES)
def test_amounts_are_those_that_the_chain_can_write(name: str) -> None:
    def said(amount: int) -> str:
        return verdict(replace(whole(name), amount=Amount(amount)), "amount")

    signed, positive = name == "update-working-group-budget", CONTENTS[name].least == 1
    assert said(3 * JOY) == "passed"
    assert said(-3 * JOY) == ("passed" if signed else "concern")
    assert said(0) == ("concern" if signed or positive else "passed")
    assert said(2**128) == "concern"


def test_the_slash_of_a_termination_alone_may_be_left_out() -> None:
    assert "amount" not in results(whole("terminate-working-group-lead"))
    assert {name for name in NAMES if CONTENTS[name].may} == {"terminate-working-group-lead"}


def test_a_lead_s_reward_that_is_left_out_is_said_to_be_none() -> None:
    """The chain takes it so, and the lead earns nothing: whoever forgot the amount is told."""
    draft = whole("set-working-group-lead-reward")
    found = results(replace(draft, amount=None))["amount"]
    assert found.verdict == "concern"
    assert "earns nothing" in found.words
    assert verdict(replace(draft, amount=Amount(0)), "amount") == "passed"


@pytest.mark.parametrize(
    ("name", "figure", "expected"),
    [
        ("set-era-payout-damping-factor", 100, "passed"),
        ("set-era-payout-damping-factor", 101, "concern"),
        ("set-era-payout-damping-factor", 0, "passed"),
        ("set-initial-invitation-count", 2**32 - 1, "passed"),
        ("set-initial-invitation-count", 2**32, "concern"),
        ("set-membership-lead-invitation-quota", 2**32, "concern"),
        ("set-max-validator-count", 3, "concern"),
        ("set-max-validator-count", 4, "passed"),
        ("set-max-validator-count", 0, "concern"),
    ],
)
def test_figures_are_within_their_type_and_what_the_chain_stores(name: str, figure: int, expected: str) -> None:
    assert verdict(replace(whole(name), figure=figure), "figure") == expected


def test_without_the_least_number_of_validators_it_is_not_known() -> None:
    draft = replace(whole("set-max-validator-count"), figure=50)
    without = tuple(one for one in MORE if one.fact.KIND != "validator-set")
    assert results(draft, seen(more=without))["figure"].verdict == "unknown"
    assert results(replace(draft, figure=101), seen(more=without))["figure"].verdict == "concern"


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_a_signal_without_a_text_is_a_concern(text: str | None) -> None:
    found = results(replace(whole("signal"), text=text))["text"]
    assert found.verdict == "concern"
    assert "SignalProposalIsEmpty" in found.reason
