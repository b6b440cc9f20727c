"""Every text about proposals and terms can be approved without a reason: the gate has no concern about the program's own words."""

from collections import defaultdict

import pytest

from secretariat.desk.acts import Destination
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Wanted
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.proposals import texts as of_proposals
from secretariat.duties.terms import texts as of_terms
from secretariat.facts.proposal_types import PROPOSAL_TYPES, ProposalType

TITLES = ("Captions for the help films", "Support the best lead", "Continue the player's search", "Fire hugo")
PROPOSERS = ("edda\\_moss", "hugo", "member 12")
PLAIN = {
    "again": "1 of 2",
    "age": "",
    "amount": "900 JOY",
    "cancel": "16.6666666666 JOY",
    "eligibility": "",
    "expected": "2 JOY",
    "fee": "83.333333333 JOY",
    "feedback_at": "forum thread 67",
    "last_time": "2023-04-14 19:59 UTC ± 4 min",
    "left": "in 11 h 50 min ± 4 min",
    "lines": "",
    "now": "3 JOY",
    "others": "0 JOY",
    "refills": "4 JOY",
    "rewards": "-5 JOY",
    "role": "https://pages.example/secretary.md",
    "short": "1 JOY",
    "thread": "forum thread 68",
    "when": "It is approved and is carried out in",
    "where": "proposal 64",
}


def concerned(template: Template, **values: str) -> list[str]:
    """Give what the gate says about a filled text."""
    text = fill(template, defaultdict(lambda: "1,739,032", {**PLAIN, **values}))
    wanted = Wanted(
        part="discord",
        kind="message",
        channel="discord",
        destination=Destination(place="council"),
        template=template.name,
        template_digest=template.digest,
        text=text,
    )
    return [f"{one.code}: {text[one.start : one.end]}" for one in concerns(wanted, program=True)]


@pytest.mark.parametrize("kind", PROPOSAL_TYPES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", [name for name in of_proposals.NAMES if name not in ("age", "digest")])
def test_a_message_about_a_proposal_is_no_concern_whatever_it_is_called(name: str, kind: ProposalType) -> None:
    for title in TITLES:
        for proposer in PROPOSERS:
            values = {"type": kind.words, "title": f"“{title}”", "proposer": proposer, "number": "64"}
            assert concerned(of_proposals.template(name), **values) == []


@pytest.mark.parametrize("name", [name for name in of_terms.NAMES if name not in ("signal", "willing", "order")])
def test_a_message_about_a_term_is_no_concern(name: str) -> None:
    """What lists people, and the Signal that names one, have tests of their own."""
    assert concerned(of_terms.template(name), council="5", items="- Whoever serves has a membership.") == []
