"""The judge reckons a budget for an execution before the next refill too, by the truth alone."""

import pytest

from secretariat.cli.term.judge.evidence import Evidence
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.moment import moments_of
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import STAKE, at, said
from tests.demo.term.invented_votes import APPROVED, LAST, POOR, named, vote_texts, votes_evidence, votes_truth

BEFORE_REFILL, ASKED = 132_999, 131_500
"""The last block before a refill, and one from which an approval can still let it be carried out by then."""

LATER = LAST[POOR] + 1_201


def before_refill(block: int, **changed: str) -> Evidence:
    """Make words about the third proposal's way before the refill, at a block; ``changed`` is put into them."""
    lines = {
        "way": "Approved early enough to be carried out before the next refill, it is carried out by",
        "by": f"{BEFORE_REFILL:,}",
        "has": "1,000",
        "short": "4,000",
        "refills": "0",
        "more": f"\n\nApproved by the last vote that counts, it is carried out in block {LATER:,} ({at(LATER)}), after the refill, and the budget covers it.",
        **changed,
    }
    text = (
        f"**Proposal {POOR}: the budget does not cover it**\n{named(POOR)} It takes 5,000 JOY.\n"
        "{way} block {by}. By what is stored, {has} JOY is in the budget then: {short} JOY too little.\n- Budget now: 1,000 JOY\n"
        "- Refills until then: {refills} JOY\n- Council rewards until then: 0 JOY\n- Other proposals until then: 0 JOY{more}"
    )
    told = votes_truth()
    told["budgets"]["council"]["increment"] = str(2_000 * STAKE)
    told["rules"][0] |= {"councilor_reward": "0"}
    told["councils"][-2]["payments"] = []
    texts = {**vote_texts(), "budget": said("council", block, text.format(**lines))}
    return votes_evidence(texts, truth=told)


def wrong_of_budget(shown: Evidence) -> list[str]:
    """Give what is wrong with words about a budget."""
    return [words for _, words in judge(shown).wrong if ", budget: " in words]


def test_a_budget_is_reckoned_for_an_execution_before_the_next_refill_too() -> None:
    """The way is its own: without refills, by the last block that has none yet."""
    assert wrong_of_budget(before_refill(ASKED)) == []
    assert wrong_of_budget(before_refill(ASKED, more="")) == []


def test_what_no_refill_until_then_can_cover_is_not_covered_by_the_last_vote() -> None:
    shown = before_refill(ASKED)
    shown.truth["budgets"]["council"]["increment"] = str(1_333 * STAKE)  # three refills: 3,999 JOY
    assert any("(covered)" in words for words in wrong_of_budget(shown))


@pytest.mark.parametrize(
    "changed",
    [
        {"by": f"{BEFORE_REFILL + 1:,}"},
        {"refills": "2,000", "has": "3,000", "short": "2,000"},
        {"more": f"\nIt is carried out in block {LATER + 1:,}, after the refill, and the budget covers it."},
        {"way": "Approved by the last vote that counts, it is carried out in"},
    ],
)
def test_a_wrong_figure_of_the_way_before_the_refill_is_wrong(changed: dict[str, str]) -> None:
    assert len(wrong_of_budget(before_refill(ASKED, **changed))) == 1


@pytest.mark.parametrize("block", [BEFORE_REFILL - 1_000, APPROVED + 50])
def test_no_approval_to_come_lets_it_be_carried_out_before_the_refill_then(block: int) -> None:
    """A vote of the next block is counted in the one after it; what is approved has one block of execution."""
    assert any("before the next refill" in words for words in wrong_of_budget(before_refill(block)))


def test_the_last_block_from_which_it_can_is_a_grace_period_and_two_blocks_before() -> None:
    history, edge = History(votes_truth()), BEFORE_REFILL - 1_202
    assert [at.can_come_before_refill for at in moments_of(history, POOR, range(edge, edge + 2))] == [True, False]
