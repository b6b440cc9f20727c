"""Deciding against a table that was written from the rules' text, not from the code.

66/66 of three: two Approves pass at once, one Approve and one other wait for the third, two that are no Approves reject, but
for two Slashes, which wait. 100/100: only three Approves pass, only three Slashes slash, a Reject or an Abstain rejects at
once, a Slash waits for what comes after it. Amendments (80/100, slashed by 60/80): as 100/100, but two Slashes of two slash. Payouts
(66/100): as 100/100, but two Approves of two pass.
"""

from itertools import product
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.deciding import KINDS, NO_VOTES, decision_of
from tests.devnet.runtime.town import FUNDING, SIGNAL, elect, events, propose, town, vote

WORDS = {"A": "Approve", "R": "Reject", "S": "Slash", "B": "Abstain"}

TABLE_66 = """
AA   passes     AR   waits      AS   waits      AB   waits
RA   waits      RR   rejects    RS   rejects    RB   rejects
SA   waits      SR   rejects    SS   waits      SB   rejects
BA   waits      BR   rejects    BS   rejects    BB   rejects
A    waits      R    waits      S    waits      B    waits
ARA  passes     ARR  rejects    ARS  rejects    ARB  rejects
ASA  passes     ASR  rejects    ASS  rejects    ASB  rejects
ABA  passes     ABR  rejects    ABS  rejects    ABB  rejects
RAA  passes     RAR  rejects    RAS  rejects    RAB  rejects
SAA  passes     SAR  rejects    SAS  rejects    SAB  rejects
SSA  rejects    SSR  rejects    SSS  slashes    SSB  rejects
BAA  passes     BAR  rejects    BAS  rejects    BAB  rejects
"""

TABLE_100 = """
A    waits      R    rejects    S    waits      B    rejects
AA   waits      AR   rejects    AS   rejects    AB   rejects
SA   rejects    SR   rejects    SS   waits      SB   rejects
AAA  passes     AAR  rejects    AAS  rejects    AAB  rejects
SSA  rejects    SSR  rejects    SSS  slashes    SSB  rejects
"""

TABLE_AMENDMENT = """
A    waits      R    rejects    S    waits      B    rejects
AA   waits      AR   rejects    AS   rejects    AB   rejects
SA   rejects    SR   rejects    SS   slashes    SB   rejects
AAA  passes     AAR  rejects    AAS  rejects    AAB  rejects
"""

TABLE_PAYOUTS = """
A    waits      R    rejects    S    waits      B    rejects
AA   passes     AR   rejects    AS   rejects    AB   rejects
SA   rejects    SR   rejects    SS   waits      SB   rejects
SSA  rejects    SSR  rejects    SSS  slashes    SSB  rejects
"""


def table(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def expected(sequence: str, rows: dict[str, str]) -> tuple[int, str]:
    """Give the number of the vote that decides a sequence, and the outcome; (3, ...) at the latest."""
    for count in range(1, 4):
        outcome = rows[sequence[:count]]
        if outcome != "waits":
            return count, outcome
    raise AssertionError(sequence)


SEQUENCES = ["".join(one) for one in product("ARSB", repeat=3)]


def proposal_of(sequence: str, percent: int) -> dict[str, Any]:
    results = dict(NO_VOTES)
    for letter in sequence:
        results[KINDS[WORDS[letter]]] += 1
    parameters = {
        "voting_period": 100,
        "approval_quorum_percentage": percent,
        "approval_threshold_percentage": percent,
        "slashing_quorum_percentage": 100,
        "slashing_threshold_percentage": 100,
        "constitutionality": 1,
    }
    return {
        "parameters": parameters,
        "voting_results": results,
        "activated_at": 0,
        "nr_of_council_confirmations": 0,
    }


DECIDED = "ProposalsEngine.ProposalDecisionMade"
OUTCOMES = {"passes": {"Approved": "PendingExecution"}, "rejects": "Rejected", "slashes": "Slashed", "waits": None}


def test_the_tables_are_whole() -> None:
    assert len(SEQUENCES) == 64
    for rows in map(table, (TABLE_66, TABLE_100, TABLE_AMENDMENT, TABLE_PAYOUTS)):
        assert {expected(sequence, rows)[1] for sequence in SEQUENCES} == {"passes", "rejects", "slashes"}


@pytest.mark.parametrize(("percent", "text"), [(66, TABLE_66), (100, TABLE_100)])
@pytest.mark.parametrize("sequence", SEQUENCES)
def test_every_sequence_of_three_votes(sequence: str, percent: int, text: str) -> None:
    decisive, outcome = expected(sequence, table(text))
    for count in range(1, decisive + 1):
        found = decision_of(proposal_of(sequence[:count], percent), 3, 50)
        assert found == (OUTCOMES[outcome] if count == decisive else None)


@pytest.mark.parametrize(("details", "text"), [(FUNDING, TABLE_66), (SIGNAL, TABLE_100)])
@pytest.mark.parametrize("sequence", SEQUENCES)
def test_every_sequence_on_a_chain_decides_in_the_block_after_its_vote(sequence: str, details: Any, text: str) -> None:
    chain = town(council_budget=10**16)
    elect(chain, 0, 1, 2)
    number = propose(chain, 5, details)
    decisive, outcome = expected(sequence, table(text))
    for count in range(decisive):
        chain.advance(chain.now + 10)
        vote(chain, count, number, WORDS[sequence[count]])
    voted = chain.now
    chain.advance(voted)
    assert events(chain, "ProposalsEngine.ProposalDecisionMade") == []
    chain.advance(voted + 1)
    assert events(chain, "ProposalsEngine.ProposalDecisionMade") == [(voted + 1, number, OUTCOMES[outcome])]


PAYOUTS = {
    "UpdateChannelPayouts": {
        "commitment": None,
        "payload": None,
        "min_cashout_allowed": 1,
        "max_cashout_allowed": None,
        "channel_cashouts_enabled": None,
    }
}


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_every_sequence_on_payouts_is_decided_by_quorum_66_and_threshold_100(sequence: str) -> None:
    chain = town(council_budget=10**16)
    elect(chain, 0, 1, 2)
    number = propose(chain, 5, PAYOUTS)
    decisive, outcome = expected(sequence, table(TABLE_PAYOUTS))
    cast(chain, number, sequence[:decisive], (0, 1, 2))
    assert events(chain, DECIDED) == [(chain.now, number, OUTCOMES[outcome])]


@pytest.mark.parametrize(
    ("details", "text"), [({"AmendConstitution": b"x"}, TABLE_AMENDMENT), ({"SetCouncilorReward": 7}, TABLE_100)]
)
@pytest.mark.parametrize("sequence", SEQUENCES)
def test_every_sequence_of_the_second_council_on_what_the_first_approved(
    sequence: str, details: Any, text: str
) -> None:
    """What needs two councils lies dormant after the first has approved; the second begins from no votes."""
    chain = town(council_budget=10**16)
    elect(chain, 0, 1, 2)
    number = propose(chain, 6, details)
    cast(chain, number, "AAA", (0, 1, 2))
    assert events(chain, DECIDED) == [(chain.now, number, {"Approved": "PendingConstitutionality"})]
    elect(chain, 3, 4, 5)
    decisive, outcome = expected(sequence, table(text))
    cast(chain, number, sequence[:decisive], (3, 4, 5))
    assert events(chain, DECIDED)[1:] == [(chain.now, number, OUTCOMES[outcome])]


def cast(chain: Chain, number: int, sequence: str, councilors: tuple[int, ...]) -> None:
    """Let councilors vote ten blocks apart, and make the block after; nothing may be decided before it."""
    before = events(chain, DECIDED)
    for member, letter in zip(councilors, sequence, strict=False):
        chain.advance(chain.now + 10)
        vote(chain, member, number, WORDS[letter])
        assert events(chain, DECIDED) == before
    chain.advance(chain.now + 1)


@pytest.mark.parametrize(
    ("cast", "decision"),
    [
        ("", "Expired"),
        ("A", "Expired"),
        ("AA", {"Approved": "PendingExecution"}),
        ("AAA", {"Approved": "PendingExecution"}),
    ],
)
def test_expiry_comes_after_what_votes_decide(cast: str, decision: Any) -> None:
    assert decision_of(proposal_of(cast, 66), 3, 100) == decision


def test_quorum_80_and_threshold_100_need_all_three() -> None:
    one = proposal_of("AA", 100)
    one["parameters"] |= {"approval_quorum_percentage": 80, "slashing_quorum_percentage": 60}
    one["parameters"] |= {"slashing_threshold_percentage": 80}
    assert decision_of(one, 3, 1) is None
    one["voting_results"] = {**NO_VOTES, "slashes": 2}
    assert decision_of(one, 3, 1) == "Slashed"


def test_constitutionality_waits_for_the_next_council() -> None:
    one = proposal_of("AAA", 100)
    one["parameters"]["constitutionality"] = 2
    assert decision_of(one, 3, 1) == {"Approved": "PendingConstitutionality"}
    one["nr_of_council_confirmations"] = 1
    assert decision_of(one, 3, 1) == {"Approved": "PendingExecution"}
