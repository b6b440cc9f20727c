"""The guides as they are published: each type has one, and its figures are those of the chain's rules in force."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.cli.term.judge.checks import base_units, number
from secretariat.cli.term.judge.claiming import JOY
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.guidance.types import REFUSED, filed, named, parameters
from secretariat.cli.term.judge.history import History

FAR = 10**9
PART = re.compile(r"(?m)^== (.+)$")
"""Before each type's page stands its file's name."""


def wrong_of_guides(one: Arrived, history: History, slack: int) -> Iterator[str]:
    """Say which type has no guide, and what of one was so at none of the last blocks."""
    parts = PART.split(one.text)
    pages = dict(zip(parts[1::2], parts[2::2], strict=True))
    by_type = {named(history, one.block, name): text for name, text in pages.items()}
    if None in by_type:
        yield "has a guide to a type that is none"
    blocks = (one.block, max(0, one.block - slack))
    for kind in parameters(history, one.block):
        if kind not in by_type:
            yield f"lacks a guide to {kind}"
        elif kind in REFUSED:
            if not re.search(r"nobody can file|cannot be filed", by_type[kind]):
                yield f"does not say that nobody can file {kind}"
        else:
            found = [list(wrong_of_page(by_type[kind], kind, history, block)) for block in blocks]
            yield from (f"of {kind} {each}" for each in (min(found, key=len)))
            yield from (f"of {kind} {each}" for each in _counted(by_type[kind], kind, history, one.block, slack))


def wrong_of_page(text: str, kind: str, history: History, block: int) -> Iterator[str]:
    """Say what one type's guide says otherwise than the rules of a block, or leaves out."""
    rules = history.rules(block)
    own: Mapping[str, Any] = rules["proposal_types"][kind]
    stake, fee = int(own["required_stake"] or 0), int(rules["rejection_fee"])
    amounts = (stake, fee, int(rules["cancellation_fee"]))
    told = [base_units(each) for each in re.findall(JOY, text)]
    known = {*amounts, int(rules["bind_stake"]), int(rules["most_funding"])}
    yield from (f"says {each} base units, which are none of its figures" for each in told if each not in known)
    yield from (f"leaves out {each} base units" for each in amounts if each not in told)
    voting, grace, councils = (int(own[each]) for each in ("voting_period", "grace_period", "constitutionality"))
    periods = [number(each) for each in re.findall(r"\b([\d,]+) blocks\b", text)]
    allowed = {voting, grace, voting + grace}
    yield from (f"says {each:,} blocks, which are none of its periods" for each in periods if each not in allowed)
    yield from (f"leaves out {each:,} blocks" for each in {voting, *([grace] if grace else [])} - set(periods))
    if not grace and not re.search(r"Grace period[^\n]*\bnone\b", text):
        yield "does not say that there is no grace period"
    several = re.search(r"\b(\d+) councils in a row must approve", text)
    if councils != (1 if several is None else number(several[1])):
        yield f"does not say that {councils} councils in a row must approve"
    if not re.search(rf"\b{approvals(own, int(rules['seats']))} of {rules['seats']} council members\b", text):
        yield "says another number of council members who must approve"


def approvals(own: Mapping[str, Any], seats: int) -> int:
    """Give the fewest members who can approve: as many vote as the quorum takes, and of these as many approve as the threshold takes."""
    quorum, threshold = int(own["approval_quorum_percentage"]), int(own["approval_threshold_percentage"])
    return min(
        yes
        for votes in range(1, seats + 1)
        for yes in range(1, votes + 1)
        if votes * 100 // seats >= quorum and yes * 100 // votes >= threshold
    )


def _counted(text: str, kind: str, history: History, block: int, slack: int) -> Iterator[str]:
    """Hold how often a type was filed, of how many proposals, against the last blocks."""
    found = re.search(r"\b([\d,]+) times? among ([\d,]+) proposals?", text)
    if found is None:
        yield "leaves out how often it was filed"
        return
    at = (filed(history, -FAR, each + 1) for each in range(max(0, block - slack), block + 1))
    if not any((counts.get(kind, 0), sum(counts.values())) == (number(found[1]), number(found[2])) for counts in at):
        yield f"says {found[0]!r}, which was not so"
