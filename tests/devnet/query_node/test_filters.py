"""Filters and orders, compared with what they say of the rows one by one."""

from typing import Any

import pytest

from tests.devnet.query_node.history import FORUM, History, account, election, filed

AMOUNTS = (5, 7, 7, 2**70, 0, 12)


def spendings() -> History:
    """Make six payments in blocks 1 to 6, the third and sixth with the same reason, the others without one."""
    history = History().members(1, 2)
    for place, amount in enumerate(AMOUNTS):
        reason = b"For Servers" if place in (2, 5) else None
        group = "ForumWorkingGroup" if place < 4 else "AppWorkingGroup"
        history.at(place + 1, (f"{group}.BudgetSpending", account(place % 2), amount, reason))
    return history


def met(where: str) -> list[int]:
    rows = spendings().ask(f"{{ budgetSpendingEvents(where: {{ {where} }}, orderBy: [inBlock_ASC]) {{ inBlock }} }}")
    return [row["inBlock"] for row in rows["budgetSpendingEvents"]]


ALL = [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("", ALL),
        ("inBlock_eq: 3", [3]),
        ("inBlock_gt: 2, inBlock_lte: 4", [3, 4]),
        ("inBlock_gte: 5", [5, 6]),
        ("inBlock_lt: 3", [1, 2]),
        ("inBlock_in: [2, 9]", [2]),
        ("amount_eq: 7", [2, 3]),
        ('amount_gt: "100"', [4]),
        ('amount_in: ["0", 12]', [5, 6]),
        ('createdAt_lte: "2022-12-09T20:00:12.000Z"', [1, 2]),
        ('createdAt_gt: "2022-12-09T20:00:30Z"', [6]),
        ('createdAt_gt: "2022-12-09T21:00:30+01:00"', [6]),
        ("rationale_eq: null", [1, 2, 4, 5]),
        ('rationale_contains: "server"', [3, 6]),
        ('rationale_startsWith: "for"', [3, 6]),
        ('rationale_endsWith: "FOR"', []),
        ('rationale_in: ["For Servers"]', [3, 6]),
        ('id_eq: "OLYMPIA-4-0"', [4]),
        ('id_in: ["OLYMPIA-4-0", "OLYMPIA-9-0", "OLYMPIA-1-0"]', [1, 4]),
        ("id_in: []", []),
        (f'group: {{ id_eq: "{FORUM}" }}', [1, 2, 3, 4]),
        ('group: { name_startsWith: "app" }', [5, 6]),
        ("group: { budget_gt: 0 }", []),
        ("group: {}", ALL),
        ("network_eq: OLYMPIA", ALL),
        ("network_in: [GIZA]", []),
        ("AND: [{ inBlock_gt: 1 }, { amount_eq: 7 }]", [2, 3]),
        ("AND: { inBlock_gt: 4 }", [5, 6]),
        ("OR: [{ inBlock_eq: 1 }, { amount_gt: 11, inBlock_gt: 5 }]", [1, 6]),
        ("OR: [{ inBlock_eq: 1 }], amount_eq: 7", []),
        ("NOT: { inBlock_lt: 5 }", [5, 6]),
        ("NOT: [{ inBlock_eq: 1 }, { inBlock_eq: 2 }]", [3, 4, 5, 6]),
        ('NOT: { rationale_eq: "For Servers" }', []),
        ("NOT: { rationale_eq: null }", [3, 6]),
        ("NOT: { AND: [{ inBlock_gt: 2 }, { amount_eq: 7 }] }", [1, 2, 4, 5, 6]),
        ("NOT: { OR: [{ inBlock_gt: 3 }, { amount_eq: 5 }] }", [2, 3]),
        ("NOT: { NOT: { inBlock_gt: 4 } }", [5, 6]),
        ("NOT: { id_in: [] }", ALL),
        ("NOT: {}", ALL),
        (f'NOT: {{ group: {{ id_eq: "{FORUM}" }} }}', [5, 6]),
        ("deletedAt_all: true", ALL),
        ("deletedAt_eq: null", ALL),
        ("deletedAt_gt: null", []),
        ("updatedAt_eq: null", []),
        ('updatedAt_gte: "2022-12-09T20:00:36.000Z"', [6]),
        ('createdById_eq: "1"', ALL),
    ],
)
def test_a_filter(where: str, expected: list[int]) -> None:
    assert met(where) == expected


def test_lists_of_related_rows() -> None:
    history = election(History().members(1, 2, 3, 4), 1)
    history.at(40, filed(1, {"Signal": b"a"}), filed(2, {"SetReferralCut": 1}, member=2))
    history.at(41, ("ProposalsEngine.Voted", 3, 1, "Approve", b""), ("ProposalsEngine.Voted", 1, 1, "Reject", b""))

    def ids(where: str) -> list[str]:
        rows = history.ask(f"{{ proposals(where: {{ {where} }}, orderBy: [createdAt_ASC]) {{ id }} }}")["proposals"]
        return [row["id"] for row in rows]

    assert ids("votes_some: { voteKind_eq: REJECT }") == ["1"]
    assert ids("votes_none: { voteKind_eq: REJECT }") == ["2"]
    assert ids("votes_every: { voteKind_eq: REJECT }") == ["2"]
    assert ids("votes_some: {}") == ["1"]
    assert ids("votes_none: {}") == ["2"]
    assert ids("votes_every: {}") == ["1", "2"]
    assert ids("NOT: { votes_some: {} }") == ["2"]
    assert ids('creator: { handle_eq: "member2" }') == ["2"]
    assert ids("discussionThread: { posts_none: {} }") == ["1", "2"]
    assert ids('details_json: { isTypeOf_eq: "SignalProposalDetails" }') == ["1"]
    assert ids('details_json: { text_eq: "a" }') == ["1"]
    assert ids('NOT: { details_json: { isTypeOf_eq: "SignalProposalDetails" } }') == ["2"]
    members = history.ask("{ memberships(where: { councilMembers_some: { stake_gt: 0 } }) { id } }")["memberships"]
    assert sorted(one["id"] for one in members) == ["1", "2", "3"]
    rounds = history.ask("{ electionRounds(where: { referendumStageVoting: { startedAtBlock_eq: 11 } }) { cycleId } }")
    assert rounds["electionRounds"] == [{"cycleId": 1}]


def test_many_to_many_from_both_sides_and_lists_of_words() -> None:
    history = History().members(1)
    history.at(1, ("Members.StakingAccountConfirmed", account(4), 1))
    address = history.ask("{ memberships { boundAccounts } }")["memberships"][0]["boundAccounts"][0]
    for word, wanted, there in (
        ("containsAny", [address, "other"], True),
        ("containsAll", [address, "other"], False),
        ("containsNone", [address], False),
        ("containsNone", ["other"], True),
    ):
        query = f"query($of: [String!]) {{ memberships(where: {{ boundAccounts_{word}: $of }}) {{ id }} }}"
        assert bool(history.ask(query, of=wanted)["memberships"]) is there, word
    history.at(2, filed(1, {"Signal": b"x"}), ("ProposalsDiscussion.ThreadModeChanged", 101, {"Closed": (1,)}, 1))
    one = history.ask('{ proposalDiscussionWhitelists(where: { members_some: { id_eq: "1" } }) { members { id } } }')
    assert one["proposalDiscussionWhitelists"] == [{"members": [{"id": "1"}]}]
    other = history.ask("{ memberships(where: { whitelistedIn_some: {} }) { whitelistedIn { id } } }")
    assert len(other["memberships"]) == 1


def test_variables_left_out_are_no_filter_and_null_is_one() -> None:
    query = (
        "query($e: String, $in: [ID!]) { budgetSpendingEvents(where: { rationale_eq: $e, id_in: $in }) { inBlock } }"
    )
    history = spendings()
    assert len(history.ask(query)["budgetSpendingEvents"]) == 6
    assert len(history.ask(query, e=None)["budgetSpendingEvents"]) == 4
    status, message = history.refused(query, **{"in": None})
    assert (status, message) == (200, "id_in: a list is needed")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('{ proposals(where: { details_json: { isTypeOf_in: ["a"] } }) { id } }', "not supported"),
        ("{ proposals(limit: -1) { id } }", "negative"),
        ("{ proposalsConnection(first: -1) { totalCount } }", "negative"),
        ("{ proposalsConnection(first: 1, last: 1) { totalCount } }", "together"),
        ('{ proposalsConnection(after: "nonsense") { totalCount } }', "Invalid cursor"),
        ("{ workingGroupByUniqueInput(where: {}) { id } }", "unique"),
    ],
)
def test_what_cannot_be_asked_is_told_beside_empty_data(query: str, message: str) -> None:
    status, answer = History().node.ask({"query": query})
    assert status == 200
    assert answer["data"] is None
    assert message in answer["errors"][0]["message"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("[amount_ASC]", [5, 1, 2, 3, 6, 4]),
        ("[amount_DESC]", [4, 6, 2, 3, 1, 5]),
        ("[amount_DESC, inBlock_DESC]", [4, 6, 3, 2, 1, 5]),
        ("[rationale_ASC, inBlock_DESC]", [6, 3, 5, 4, 2, 1]),
        ("[rationale_DESC, inBlock_ASC]", [1, 2, 4, 5, 3, 6]),
        ("[group_ASC, inBlock_DESC]", [6, 5, 4, 3, 2, 1]),
        ("[inBlock_DESC]", [6, 5, 4, 3, 2, 1]),
        ("[createdAt_ASC]", ALL),
    ],
)
def test_an_order(order: str, expected: list[int]) -> None:
    rows = spendings().ask(f"{{ budgetSpendingEvents(orderBy: {order}) {{ inBlock }} }}")["budgetSpendingEvents"]
    assert [row["inBlock"] for row in rows] == expected
    rows = spendings().ask(f"{{ budgetSpendingEvents(orderBy: {order}, offset: 1, limit: 2) {{ inBlock }} }}")
    assert [row["inBlock"] for row in rows["budgetSpendingEvents"]] == expected[1:3]


def test_the_feed_of_all_events() -> None:
    history: Any = spendings()

    def feed(arguments: str) -> list[tuple[str, int]]:
        rows = history.ask(f"{{ events({arguments}) {{ __typename inBlock indexInBlock network type }} }}")["events"]
        assert all(row["type"] == row["__typename"] for row in rows)
        return [(row["__typename"], row["inBlock"]) for row in rows]

    assert feed("orderBy: [inBlock_DESC], limit: 1") == [("BudgetSpendingEvent", 6)]
    assert feed("where: { type_in: [MemberCreatedEvent] }") == [("MemberCreatedEvent", 0)] * 2
    assert feed('where: { inBlock_gte: 5, NOT: { id_in: ["OLYMPIA-5-0"] } }') == [("BudgetSpendingEvent", 6)]
    assert feed('where: { id_eq: "OLYMPIA-0-1" }') == [("MemberCreatedEvent", 0)]
    assert feed('where: { id_eq: "1" }') == []
    assert [block for _, block in feed("orderBy: [type_DESC, inBlock_ASC]")] == [0, 0, 1, 2, 3, 4, 5, 6]
