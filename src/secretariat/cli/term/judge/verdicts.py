"""Verdicts: whether what was called for came in time, and else what explains that: the person, a source, or the desk."""

from typing import Literal

from secretariat.cli.term.judge.claims import SLACK
from secretariat.cli.term.judge.evidence import Arrived, Evidence, Sample, Seen
from secretariat.cli.term.judge.occasions import FAIR, Occasion
from secretariat.cli.term.judge.reading import kind_of
from secretariat.cli.term.judge.terms.term import REPORTS

Verdict = Literal["in_time", "late_by_person", "late_by_source", "late_by_product", "missed"]
VERDICTS: tuple[Verdict, ...] = ("in_time", "late_by_person", "late_by_source", "late_by_product", "missed")

GRACE = 600
"""A message is in time within so many blocks (an hour) of what calls for it."""

LEAST_WAY = 60
"""Blocks of a fair time that are not the person's: until the desk has looked, and from the yes into a block."""

MOST_LAG = 600
"""What a source tells may be so many blocks old (an hour) and be said, where it was that far behind."""

LAG = 150
"""From so many blocks (15 minutes) between its newest block and the head on, a source cannot be relied on."""

TITLE_WAITS = 150
"""So many blocks (15 minutes) after a proposal was filed words about its vote wait for the query node to tell its title; then they go without."""

OF_CHAIN_ALONE = frozenset(
    {
        "announcing",
        "few",
        "withdrawal",
        "voting",
        "revealing",
        "reminder-voting",
        "reminder-revealing",
        "elected",
        "questions",
        "digest",
        "day-list",
        "open",
        "vote-ends",
        "council-change",
        "runtime",
        *(f"{report}{over}" for report in REPORTS for over in ("", "-overdue")),
    }
)
"""Texts for which the chain alone tells enough: a query node that lags is no reason for them to be late.

Guides are none: they are published with the calendar and the feed, and nothing is while a source stands still.
"""


def verdict_of(occasion: Occasion, one: Arrived | None, evidence: Evidence) -> Verdict:
    """Tell whether a message came in time, and else what explains that: the person's time, then a source that stood still."""
    seen = _seen(occasion, one, evidence)
    if one is None:
        closes = min(occasion.closes, evidence.ended)
        slow = evidence.takes + LEAST_WAY > FAIR
        if slow and seen is not None and seen.seen <= min(closes, occasion.due + GRACE):
            return "late_by_person"
        return "late_by_source" if _outage(evidence, occasion, closes) >= closes - occasion.due - FAIR else "missed"
    late = one.block - (occasion.due + GRACE)
    if late <= 0 or (not occasion.needed and one.block <= occasion.closes):  # nobody was asked for it
        return "in_time"
    waited = 0 if seen is None else seen.waited
    if late <= waited:
        return "late_by_person"
    return "late_by_source" if late <= waited + _outage(evidence, occasion, one.block) else "late_by_product"


def _seen(occasion: Occasion, one: Arrived | None, evidence: Evidence) -> Seen | None:
    """Find what the person was shown of a message: by its receipt; of one that never came by what it was about."""
    if one is not None:
        return next((each for each in evidence.seen if each.receipt and each.receipt == one.receipt), None)
    return next(
        (
            each
            for each in evidence.seen
            if each.place == occasion.place
            and not each.receipt
            and kind_of(each) in occasion.kinds
            and occasion.opens <= each.seen <= occasion.closes
        ),
        None,
    )


def _outage(evidence: Evidence, occasion: Occasion, last: int) -> int:
    """Count the blocks from its due block to ``last`` in which what an occasion rests on could not be relied on, as seen at each look.

    That is the chain's final block, and the query node where the chain alone does not tell enough, or words wait for a title.
    """
    first, alone = occasion.due, OF_CHAIN_ALONE.issuperset(occasion.kinds)
    before, total, out = first, 0, False
    for one in (each for each in evidence.samples if first <= each.head <= last):
        enough = alone and (occasion.rests_on is None or one.query_node >= occasion.rests_on)
        known = one.known(chain_alone=enough)
        behind = one.head - known
        still = behind > LAG or (known < first and behind > SLACK) or _waits_for_title(occasion, one)
        total += one.head - before if out or still else 0  # up to the first look at which it answers again
        before, out = one.head, still
    return total + (last - before if out else 0)


def _waits_for_title(occasion: Occasion, one: Sample) -> bool:
    """Tell whether at a look the query node had not come to the proposal that words are about, and it is so new that they wait for that."""
    filed = occasion.titled
    return filed is not None and one.query_node < filed and one.known(chain_alone=True) < filed + TITLE_WAITS


def node_of(evidence: Evidence, one: Arrived) -> int:
    """Give the block to which the query node had come when a text was written: at the last look before the person was shown it.

    Of what nobody was shown that is the last look before it arrived; where nobody looked it had come to the end.
    """
    shown = next((each for each in evidence.seen if each.receipt and each.receipt == one.receipt), None)
    written = one.block if shown is None else shown.seen
    look = next((each for each in reversed(evidence.samples) if each.head <= written), None)
    return evidence.ended if look is None else look.query_node


def behind(evidence: Evidence, one: Arrived, kind: str) -> int:
    """Give how many blocks what a text rests on was behind when it arrived, as far as a source that lags may be."""
    look = next((each for each in reversed(evidence.samples) if each.head <= one.block), None)
    return 0 if look is None else min(look.head - look.known(chain_alone=kind in OF_CHAIN_ALONE), MOST_LAG)
