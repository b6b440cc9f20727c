"""The check of a draft: each rule passes, is a concern, or is not known, by the chain's figures alone; nothing unknown is an all-clear."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from secretariat.duties.guidance.checking.check import CODES, checked
from secretariat.duties.guidance.checking.seen import Result, Seen
from secretariat.facts.accounts import address_of
from secretariat.facts.amounts import Amount
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.proposal_drafts import By, Milestone, Payee, ProposalDraft
from secretariat.facts.proposal_types import BY_NAME, PROPOSAL_TYPES
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.runtime_constants import constants_of_spec
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.staffing import Application, Opening
from secretariat.facts.staking_accounts import Lock, SeenAccount
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_validators import ValidatorSet
from tests.duties.guidance.invented import CONSTANTS, world
from tests.duties.proposals.invented import BEGAN, ELECTION, JOY, SPEC, Filed, chain, node

KEY, OTHER = "0x" + "11" * 32, "0x" + "22" * 32
OURS = address_of(KEY)
GROUP = "storageWorkingGroup"
HEAD = BEGAN + 2_000

SIGNAL = ProposalDraft(
    type=BY_NAME["signal"], title="A plan", description="A text.", member_id=20, staking_account=OURS, text="A text."
)
PLAIN = replace(SIGNAL, text=None)
FUNDING = replace(
    PLAIN,
    type=BY_NAME["funding-request"],
    payees=(Payee(account=OURS, amount=Amount(100 * JOY)),),
    milestones=(Milestone(what="All of it", by=By(block=BEGAN + 200_000)),),
)
ACCOUNT = SeenAccount(
    account=KEY,
    exists=True,
    free=Amount(20_000 * JOY),
    locks=(Lock(id="boundsta", amount=Amount(JOY)), Lock(id="voting  ", amount=Amount(JOY))),
    bound_to=20,
    confirmed=True,
    source="System.Account at block 9",
)
STORAGE = StoredGroup(group=GROUP, lead=7, budget=Amount(50 * JOY), active_workers=1, reward_period=14_420)
LEADING = StoredWorker(group=GROUP, worker=7, staking_account=OTHER, reward_per_block=Amount(10**6), created_block=9)
STAKED = SeenAccount(
    account=OTHER,
    exists=True,
    free=Amount(90 * JOY),
    locks=(Lock(id="wg-storg", amount=Amount(40 * JOY)), Lock(id="voting  ", amount=Amount(80 * JOY))),
    bound_to=21,
    confirmed=True,
    source="Balances.Locks at block 9",
)
"""The account of the lead's stake: 40 JOY are staked in the group."""

MORE = (
    chain(STORAGE, GROUP, HEAD),
    chain(LEADING, f"{GROUP}-7", HEAD),
    chain(ValidatorSet(minimum=4), "set", HEAD),
    node(Membership(member_id=20, handle="edda", controller_account=KEY), "20", BEGAN),
    node(Opening(group=GROUP, runtime_id=3, type="leader", status="open"), f"{GROUP}-3", BEGAN),
    node(Opening(group=GROUP, runtime_id=4, type="regular", status="open"), f"{GROUP}-4", BEGAN),
    node(Application(opening=f"{GROUP}-3", runtime_id=5, status="pending"), f"{GROUP}-5", BEGAN),
)


def seen(account: SeenAccount | None = ACCOUNT, silent: Mapping[str, str] | None = None, **given: Any) -> Seen:
    """Give what a check sees of a world with one working group."""
    one = world(**{"more": MORE, "head": HEAD, "handles": {}, **given})
    snapshot = snapshot_of(one.records())
    accounts = {} if account is None else {account.account: account, STAKED.account: STAKED}
    return Seen(
        now=one.now,
        snapshot=snapshot,
        runtime=constants_of_spec(snapshot, SPEC),
        silent=silent or {},
        accounts=accounts,
        accounts_unknown="" if account else "no node answered",
    )


def results(draft: ProposalDraft, facts: Seen | None = None) -> dict[str, Result]:
    found = checked(draft, facts or seen())
    assert {one.code for one in found} <= set(CODES)
    assert all(one.words and one.reason and one.source for one in found)
    return {one.code: one for one in found}


def verdict(draft: ProposalDraft, code: str, **given: Any) -> str:
    return results(draft, seen(**given))[code].verdict


@pytest.mark.parametrize("draft", [SIGNAL, FUNDING], ids=["signal", "funding"])
def test_a_good_draft_passes_everything(draft: ProposalDraft) -> None:
    assert {code: one.words for code, one in results(draft).items() if one.verdict != "passed"} == {}


@pytest.mark.parametrize("type_", [one.name for one in PROPOSAL_TYPES])
def test_without_any_fact_nothing_about_the_chain_passes(type_: str) -> None:
    blank = Seen(
        now=Now(at=world().now.at),
        snapshot=snapshot_of(()),
        runtime=constants_of_spec(snapshot_of(()), None),
        silent={CHAIN: "chain was never read", QUERY_NODE: "query-node was never read"},
    )
    draft = replace(
        FUNDING,
        type=BY_NAME[type_],
        group=GROUP,
        lead=7,
        opening=3,
        application=5,
        proposal=1,
        figure=4,
        amount=Amount(5),
    )
    found = {code: one for code, one in results(draft, blank).items() if one.verdict == "passed"}
    assert set(found) <= {"staking-account", "milestones", "amount", "figure", "text"}, "of the draft alone"
    assert all(one.source == "the draft" for one in found.values())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", "concern"),
        ("a" * 40, "passed"),
        ("a" * 41, "concern"),
        ("é" * 20, "passed"),
        ("é" * 21, "concern"),
        ("🙂" * 11, "concern"),
        ("a\0b", "concern"),
    ],
)
def test_bytes_are_counted_not_letters(title: str, expected: str) -> None:
    assert verdict(replace(SIGNAL, title=title), "title-bytes") == expected


def test_a_sign_that_no_store_keeps_is_a_concern_wherever_it_is_filed() -> None:
    bad = results(replace(SIGNAL, title="a\0", description="b\0", rationale="c"))
    assert "U+0000 at 1" in bad["title-bytes"].words
    assert {bad[code].verdict for code in ("title-bytes", "description-bytes", "rationale-bytes")} == {"concern"}


def test_the_limits_are_the_chain_s() -> None:
    long = replace(SIGNAL, title="a" * 60, description="é" * 2_000)
    assert verdict(long, "description-bytes") == "concern"
    wider = {**CONSTANTS, "ProposalsEngine.TitleMaxLength": 60, "ProposalsEngine.DescriptionMaxLength": 4_000}
    assert verdict(long, "title-bytes", constants=wider) == "passed"
    assert verdict(long, "description-bytes", constants=wider) == "passed"


def test_the_rationale_shares_the_description_s_bytes() -> None:
    draft = replace(SIGNAL, description="d" * 2_000, rationale="r" * 998)
    assert verdict(draft, "rationale-bytes") == "passed"
    assert verdict(replace(draft, rationale="r" * 999), "rationale-bytes") == "concern"
    assert "rationale-bytes" not in results(SIGNAL)


def test_a_type_that_nobody_can_file_is_a_concern() -> None:
    draft = replace(SIGNAL, type=BY_NAME["update-global-nft-limit"])
    assert "call filter" in results(draft)["type"].words
    assert verdict(draft, "type") == "concern"
    lacking = {name: value for name, value in CONSTANTS.items() if "SignalProposal" not in name}
    assert verdict(SIGNAL, "type", constants=lacking) == "concern"


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (OURS, "passed"),
        (address_of(KEY, 42), "concern"),
        (KEY, "concern"),
        (OURS[:-1] + ("a" if OURS[-1] != "a" else "b"), "concern"),
        ("nobody", "concern"),
    ],
)
def test_addresses_are_those_of_joystream(account: str, expected: str) -> None:
    found = results(replace(FUNDING, payees=(Payee(account=account, amount=Amount(5)),), staking_account=account))
    assert (found["payee"].verdict, found["staking-account"].verdict) == (expected, expected)
    if account == address_of(KEY, 42):
        assert OURS in found["payee"].words


def test_a_payee_is_there_or_that_is_not_known() -> None:
    assert verdict(FUNDING, "payee", account=None) == "unknown"
    assert verdict(FUNDING, "payee", account=replace(ACCOUNT, exists=False)) == "concern"
    theirs = replace(FUNDING, payees=(Payee(account=OURS, amount=Amount(5), member_id=20),))
    assert verdict(theirs, "payee", account=None) == "passed"
    of_another = replace(FUNDING, payees=(Payee(account=address_of(OTHER), amount=Amount(5), member_id=20),))
    assert verdict(of_another, "payee") == "concern"
    nobody = replace(FUNDING, payees=(Payee(account=OURS, amount=Amount(5), member_id=999),))
    assert verdict(nobody, "payee") == "concern"
    assert verdict(nobody, "payee", silent={QUERY_NODE: "it is stale"}) == "unknown"


@pytest.mark.parametrize(
    ("payees", "code"),
    [
        ((), "payees"),
        ((Payee(account=OURS, amount=Amount(5)), Payee(account=address_of(KEY, 42), amount=Amount(5))), "payees"),
        (tuple(Payee(account=address_of(f"0x{place:064x}"), amount=Amount(5)) for place in range(21)), "payees"),
        ((Payee(account=OURS, amount=Amount(0)),), "payment"),
        ((Payee(account=OURS, amount=Amount(-5)),), "payment"),
        ((Payee(account=OURS, amount=Amount(1_000_000 * JOY + 1)),), "payment"),
    ],
)
def test_payments_keep_to_the_chain_s_limits(payees: tuple[Payee, ...], code: str) -> None:
    assert verdict(replace(FUNDING, payees=payees), code) == "concern"


def test_every_limit_of_a_payment_is_named_with_what_is_too_much() -> None:
    many = results(replace(FUNDING, payees=(Payee(account=OURS, amount=Amount(5)),) * 21))["payees"]
    assert many.words == "21 payees, 1 too many; an account stands twice: put its amounts together."
    (more,) = (replace(FUNDING.payees[0], amount=Amount(1_000_000 * JOY + 1)),)
    words = results(replace(FUNDING, payees=(more,)))["payment"].words
    assert words.endswith("together: 0.0000000001 JOY more than the 1,000,000 JOY that it may pay.")


@pytest.mark.parametrize("amounts", [(-1,), (0,), (5, -1)])
def test_no_budget_covers_what_cannot_be_paid(amounts: tuple[int, ...]) -> None:
    paid = tuple(Payee(account=address_of(f"0x{n:064x}"), amount=Amount(one * JOY)) for n, one in enumerate(amounts))
    found = results(replace(FUNDING, payees=paid))
    assert found["payment"].verdict == "concern"
    assert "budget" not in found
    less = replace(PLAIN, type=BY_NAME["decrease-council-budget"], amount=Amount(-JOY))
    assert "budget" not in results(less)


def test_a_title_of_blanks_is_what_the_chain_takes_and_is_advised_against() -> None:
    found = results(replace(SIGNAL, title="   "))["title-bytes"]
    assert found.verdict == "passed"
    assert "blanks alone" in found.words
    assert "blanks" not in results(SIGNAL)["title-bytes"].words


def test_milestones_are_asked_for_where_tokens_are() -> None:
    assert "milestones" not in results(SIGNAL)
    assert verdict(replace(FUNDING, milestones=()), "milestones") == "concern"
    assert verdict(replace(FUNDING, milestones=(Milestone(what="All of it"),)), "milestones") == "concern"
    assert verdict(replace(FUNDING, milestones=(), description="Milestones: one by June."), "milestones") == "passed"
    assert "Put them into the description" in results(FUNDING)["milestones"].words


def day(later: int) -> Moment:
    """Give the day so many days after the present one of these worlds."""
    return Moment((date.fromisoformat(seen().now.at[:10]) + timedelta(days=later)).isoformat())


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By(block=HEAD), "concern"),
        (By(block=HEAD + 1), "passed"),
        (By(date=day(0)), "passed"),
        (By(date=day(-1)), "concern"),
    ],
)
def test_a_milestone_is_not_due_before_it_is_filed(by: By, expected: str) -> None:
    draft = replace(FUNDING, milestones=(*FUNDING.milestones, Milestone(what="The first", by=by)))
    assert verdict(draft, "milestones") == expected


@pytest.mark.parametrize(("head", "expected"), [(ELECTION - 4, "passed"), (ELECTION - 3, "concern")])
def test_no_deadline_is_met_where_no_vote_counts_any_more(head: int, expected: str) -> None:
    revealing: dict[str, Any] = {"stage": "revealing", "began": ELECTION - 57_600, "ends": ELECTION, "refill": ELECTION}
    found = results(SIGNAL, seen(head=head, **revealing))["deadline"]
    assert found.verdict == expected
    assert ("no vote on it counts any more" in found.words) == (expected == "concern")


@pytest.mark.parametrize(
    ("lock", "expected"),
    [(lock, "concern") for lock in ("proposal", "candidac", "councilo", "wg-storg", "bounty  ")]
    + [(lock, "passed") for lock in ("voting  ", "vesting ", "invitemb", "boundsta")],
)
def test_other_stakes_stand_in_the_way_and_votes_do_not(lock: str, expected: str) -> None:
    account = replace(ACCOUNT, locks=(Lock(id=lock, amount=Amount(5)),))
    assert verdict(SIGNAL, "stake-locks", account=account) == expected


def test_the_stake_is_the_type_s_and_the_account_the_member_s() -> None:
    poor = replace(ACCOUNT, free=Amount(166_666_666_665_999))
    assert verdict(SIGNAL, "stake-available", account=poor) == "concern"
    assert verdict(FUNDING, "stake-available", account=poor) == "passed"
    assert verdict(SIGNAL, "stake-available", account=replace(poor, free=Amount(166_666_666_666_000))) == "passed"
    assert verdict(SIGNAL, "stake-bound", account=replace(ACCOUNT, bound_to=None)) == "concern"
    assert verdict(SIGNAL, "stake-bound", account=replace(ACCOUNT, bound_to=21)) == "concern"
    assert verdict(SIGNAL, "stake-bound", account=replace(ACCOUNT, confirmed=False)) == "concern"
    assert verdict(replace(SIGNAL, member_id=None), "stake-bound") == "unknown"
    assert verdict(replace(SIGNAL, staking_account=None), "staking-account") == "concern"
    for code in ("stake-available", "stake-bound", "stake-locks"):
        assert verdict(SIGNAL, code, account=None) == "unknown"


def test_so_many_can_be_open_as_the_chain_takes() -> None:
    filed = [Filed(number=number) for number in range(1, 20)]
    assert verdict(SIGNAL, "open-limit", filed=filed) == "passed"
    assert verdict(SIGNAL, "open-limit", filed=[*filed, Filed(number=20)]) == "concern"
    wider = {**CONSTANTS, "ProposalsEngine.MaxActiveProposalLimit": 21}
    assert verdict(SIGNAL, "open-limit", filed=[*filed, Filed(number=20)], constants=wider) == "passed"
    assert verdict(SIGNAL, "open-limit", silent={CHAIN: "it is stale"}) == "unknown"


@pytest.mark.parametrize(("head", "expected"), [(ELECTION - 43_202, "passed"), (ELECTION - 43_201, "concern")])
def test_a_vote_that_the_next_council_would_end_is_a_concern(head: int, expected: str) -> None:
    revealing: dict[str, Any] = {"stage": "revealing", "began": ELECTION - 57_600, "ends": ELECTION, "refill": ELECTION}
    found = results(SIGNAL, seen(head=head, **revealing))["vote-before-council"]
    assert found.verdict == expected
    if expected == "concern":
        assert f"The last vote that counts is then in block {ELECTION - 2:,}" in found.words


FILED = HEAD + 1
LATEST = FILED + 43_200 + 1_200


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (None, "passed"),
        (By(block=LATEST), "passed"),
        (By(block=LATEST - 1), "concern"),
        (By(block=FILED + 2 + 1_200 - 1), "concern"),
        (By(date="1970-03-14"), "passed"),  # type: ignore[arg-type]
        (By(date="1970-03-13"), "concern"),  # type: ignore[arg-type]
        (By(date="9999-12-31"), "passed"),  # type: ignore[arg-type]
        (By(date="9999-12-30"), "passed"),  # type: ignore[arg-type]
        (By(date="0001-01-01"), "concern"),  # type: ignore[arg-type]
    ],
)
def test_a_deadline_is_held_against_the_latest_execution(deadline: By | None, expected: str) -> None:
    """Block n of these worlds is six thousand milliseconds times n after 1970."""
    assert verdict(replace(SIGNAL, deadline=deadline), "deadline") == expected


def test_a_deadline_that_cannot_be_met_is_told_apart_from_one_that_may_not() -> None:
    assert "It cannot be in time" in results(replace(SIGNAL, deadline=By(block=FILED)))["deadline"].words
    assert (
        "only if the council decides sooner"
        in results(replace(SIGNAL, deadline=By(block=LATEST - 1)))["deadline"].words
    )


def test_where_several_councils_must_approve_it_takes_until_the_next_one_s_vote() -> None:
    draft = replace(SIGNAL, type=BY_NAME["amend-constitution"], deadline=By(block=ELECTION))
    found = results(draft)["deadline"]
    assert found.verdict == "concern"
    assert f"{ELECTION + 2 + 14_400:,}" in found.words
    assert verdict(replace(draft, deadline=By(block=ELECTION + 72_200 + 14_400)), "deadline") == "passed"


@pytest.mark.parametrize(("block", "expected"), [(LATEST, "passed"), (LATEST - 1, "concern"), (0, "concern")])
def test_an_exact_block_is_not_too_early(block: int, expected: str) -> None:
    assert verdict(replace(SIGNAL, exact_execution_block=block), "execution-block") == expected


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (LATEST, f"is to be filed in block {FILED:,} or before"),
        (LATEST, "which is the next one: there is no time to spare"),
        (LATEST + 1, "1 block after the next one"),
        (LATEST + 14_400, f"is to be filed in block {FILED + 14_400:,} or before"),
        (LATEST + 14_400, "14,400 blocks after the next one"),
    ],
)
def test_until_when_it_is_to_be_filed_for_an_exact_block_is_said(block: int, says: str) -> None:
    assert says in results(replace(SIGNAL, exact_execution_block=block))["execution-block"].words
    early = results(replace(SIGNAL, exact_execution_block=LATEST - 1))["execution-block"].words
    assert "is to be filed" not in early


@pytest.mark.parametrize(
    ("address", "where"), [(f" {OURS}", "before it"), (f"{OURS}\n", "behind it"), (f"{OURS[:9]} {OURS[9:]}", "in it")]
)
def test_a_space_in_an_address_is_called_one(address: str, where: str) -> None:
    draft = replace(FUNDING, payees=(Payee(account=address, amount=Amount(5)),), staking_account=address)
    found = results(draft)
    for code in ("payee", "staking-account"):
        assert found[code].verdict == "concern"
        assert f"is written with a space {where}: leave it out" in found[code].words


OF_LEAD = replace(PLAIN, type=BY_NAME["slash-working-group-lead"], group=GROUP, lead=7, amount=Amount(5))
FILL = replace(PLAIN, type=BY_NAME["fill-working-group-lead-opening"], group=GROUP, opening=3, application=5)
VETO = replace(PLAIN, type=BY_NAME["veto"], proposal=7)
VACANT = (chain(replace(STORAGE, lead=None), GROUP, HEAD), *MORE[2:])
DECREASE = replace(OF_LEAD, type=BY_NAME["decrease-working-group-lead-stake"])


@pytest.mark.parametrize(
    ("draft", "code", "expected"),
    [
        (OF_LEAD, "group", "passed"),
        (OF_LEAD, "lead", "passed"),
        (replace(OF_LEAD, group=None), "group", "concern"),
        (replace(OF_LEAD, group="forumWorkingGroup"), "group", "concern"),
        (replace(OF_LEAD, lead=8), "lead", "concern"),
        (replace(OF_LEAD, lead=None), "lead", "concern"),
        (OF_LEAD, "amount", "passed"),
        (replace(OF_LEAD, amount=Amount(0)), "amount", "concern"),
        (replace(OF_LEAD, amount=Amount(-5)), "amount", "concern"),
        (replace(OF_LEAD, amount=None), "amount", "concern"),
        (FILL, "opening", "passed"),
        (replace(FILL, opening=4), "opening", "concern"),
        (replace(FILL, opening=9), "opening", "concern"),
        (FILL, "application", "passed"),
        (replace(FILL, application=9), "application", "concern"),
        (replace(FILL, opening=4), "application", "concern"),
        (FILL, "lead-vacant", "concern"),
        (FILL, "workers", "passed"),
        (OF_LEAD, "lead-stake", "passed"),
        (replace(OF_LEAD, amount=Amount(41 * JOY)), "lead-stake", "passed"),
        (replace(DECREASE, amount=Amount(40 * JOY - 1)), "lead-stake", "passed"),
        (replace(DECREASE, amount=Amount(40 * JOY)), "lead-stake", "concern"),
        (replace(DECREASE, lead=8), "lead-stake", "unknown"),
        (VETO, "proposal", "passed"),
        (replace(VETO, proposal=8), "proposal", "concern"),
        (replace(VETO, proposal=None), "proposal", "concern"),
        (replace(PLAIN, type=BY_NAME["set-max-validator-count"], figure=100), "figure", "passed"),
        (replace(PLAIN, type=BY_NAME["set-max-validator-count"], figure=101), "figure", "concern"),
        (replace(PLAIN, type=BY_NAME["set-referral-cut"]), "figure", "concern"),
    ],
)
def test_whom_and_what_it_is_about_is_there(draft: ProposalDraft, code: str, expected: str) -> None:
    assert verdict(draft, code, filed=(Filed(number=7),)) == expected


def test_a_lead_is_hired_where_there_is_none() -> None:
    assert verdict(FILL, "lead-vacant", more=VACANT) == "passed"
    assert verdict(OF_LEAD, "lead", more=VACANT) == "concern"
    for code in ("opening", "application"):
        assert verdict(FILL, code, silent={QUERY_NODE: "it is stale"}) == "unknown"


def asking(joy: int) -> ProposalDraft:
    return replace(FUNDING, payees=(Payee(account=OURS, amount=Amount(joy * JOY)),))


def test_the_budget_is_that_of_the_block_of_execution() -> None:
    """10,000 JOY now and three refills of 500 until it is carried out; an approved proposal that pays 100 before it."""
    assert verdict(asking(11_500), "budget") == "passed"
    assert verdict(asking(11_501), "budget") == "concern"
    approved = (Filed(approved_at=BEGAN + 1_900),)
    assert verdict(asking(11_400), "budget", filed=approved) == "passed"
    assert verdict(asking(11_401), "budget", filed=approved) == "concern"
    assert verdict(asking(5), "budget", budget=None) == "unknown"
    assert "budget" not in results(SIGNAL)


def test_what_is_being_voted_on_is_told_beside_the_budget() -> None:
    found = results(asking(5), seen(filed=(Filed(),)))["budget"]
    assert "Proposals being voted on would take 100 JOY besides" in found.words


def test_increases_of_a_group_s_budget_and_decreases_of_the_council_s_are_reckoned_too() -> None:
    group = replace(PLAIN, type=BY_NAME["update-working-group-budget"], group=GROUP, amount=Amount(99_999 * JOY))
    assert verdict(group, "budget") == "concern"
    assert verdict(replace(group, type=BY_NAME["decrease-council-budget"]), "budget") == "concern"


def test_what_a_group_gives_back_is_held_against_its_budget_less_the_rewards_until_then() -> None:
    """50 JOY now; the lead earns 1.442 JOY in a period, three times until it is carried out."""
    back = replace(PLAIN, type=BY_NAME["update-working-group-budget"], group=GROUP)
    most = 50 * JOY - 3 * 14_420 * 10**6
    assert verdict(replace(back, amount=Amount(-most)), "budget") == "passed"
    found = results(replace(back, amount=Amount(-most - 1)))["budget"]
    assert found.verdict == "concern"
    assert "from the storage group" in found.words
    assert "by its workers' rewards (4.326 JOY until then)" in found.words
    assert "What its lead spends" in found.words
    assert "InsufficientFundsForBudgetUpdate" in found.reason
    for lacking in ({"active_workers": 2}, {"reward_period": None}, {"budget": None}):
        more = (chain(replace(STORAGE, **lacking), GROUP, HEAD), *MORE[1:])
        assert verdict(replace(back, amount=Amount(-1)), "budget", more=more) == "unknown", lacking


def test_without_a_node_the_lead_s_stake_is_not_known() -> None:
    assert results(DECREASE, seen(None))["lead-stake"].verdict == "unknown"
    assert "no node answered" in results(DECREASE, seen(None))["lead-stake"].words


def test_the_quota_is_the_membership_group_s_lead_s() -> None:
    quota = replace(PLAIN, type=BY_NAME["set-membership-lead-invitation-quota"], figure=5)
    group = StoredGroup(group="membershipWorkingGroup", lead=1)
    for lead, expected in ((1, "passed"), (None, "concern")):
        more = (*MORE, chain(replace(group, lead=lead), "membershipWorkingGroup", HEAD))
        assert verdict(quota, "membership-lead", more=more) == expected
    assert verdict(quota, "membership-lead") == "unknown"


def test_what_waits_for_the_next_council_cannot_be_stopped() -> None:
    dormant = Filed(number=7, dormant=True, constitutionality=2, confirmations=1)
    assert verdict(VETO, "proposal", filed=(dormant,)) == "concern"
    assert verdict(VETO, "proposal", filed=(Filed(number=7, constitutionality=2),)) == "passed"


def test_every_code_is_reached() -> None:
    drafts = (FUNDING, OF_LEAD, FILL, VETO, replace(SIGNAL, rationale="r", exact_execution_block=5))
    figure = replace(PLAIN, type=BY_NAME["set-referral-cut"], figure=5)
    upgrade = replace(PLAIN, type=BY_NAME["runtime-upgrade"])
    quota = replace(figure, type=BY_NAME["set-membership-lead-invitation-quota"])
    assert {code for draft in (*drafts, figure, upgrade, quota) for code in results(draft)} == set(CODES)
