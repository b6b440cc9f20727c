"""Rules about what is open and what there is: how many proposals can be open at a time, and the budget when it is carried out."""

from collections.abc import Iterator

from secretariat.desk.saying import count, joy
from secretariat.duties.guidance.checking.periods import Course, course_of
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.duties.guidance.pages import OPEN
from secretariat.facts.budget_ahead import Execution, Expected, Periods, budget_ahead
from secretariat.facts.chain_proposals import Destination, Proposal
from secretariat.facts.executions_ahead import REFILL_PERIOD, REWARD_PERIOD, effect_of, pending_executions
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_proposals import StoredProposal

BUDGET = "An execution that the council's budget does not cover fails, pays nothing and is not tried again."
NOT_FILED = 2**32 - 1
"""The number that the draft goes by among proposals: none has it."""


def open_limit(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Count the proposals in storage against the limit."""
    most = seen.runtime.number(OPEN)
    reason = f"At most {'an unknown number of' if most is None else f'{most:,}'} proposals can be open at a time ({OPEN}, MaxActiveProposalNumberExceeded)."
    if seen.chain_unknown or most is None:
        yield unknown("open-limit", seen.chain_unknown or f"{OPEN} was not read", reason)
        return
    there = len(seen.snapshot.of(StoredProposal))
    words = f"{count(there, 'proposal')} {'is' if there == 1 else 'are'} open now; there is room for {max(most - there, 0):,} more."
    yield judged("open-limit", there < most, words, reason, f"{seen.runtime.source(OPEN)}; open proposals as stored")


def budget(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Reckon the council's budget when the draft is carried out, where it takes from it."""
    asked = _asked(draft)
    effect = effect_of(asked, ())
    if effect is None or effect[0] != "pays":
        return
    course = course_of(draft, seen)
    if isinstance(course, str):
        yield unknown("budget", course, BUDGET)
        return
    expected = _expected(seen, course, effect[1])
    if expected is None:
        yield unknown(
            "budget", "the budget, its refills or the seats are not known, or its execution is too far ahead", BUDGET
        )
        return
    covered = (
        f"{joy(expected.budget)} are expected in the budget then, by refills, rewards and approved proposals as stored"
    )
    short = "" if not expected.short else f": {joy(expected.short)} too little"
    words = f"It takes {joy(effect[1])} in block {course.latest:,}. {covered}{short}.{_asked_by_others(seen)}"
    yield judged("budget", not expected.short, words, BUDGET, "" if seen.council is None else seen.council.source)


def _asked(draft: ProposalDraft) -> Proposal:
    destinations = tuple(Destination(account=one.account, amount=one.amount) for one in draft.payees)
    return Proposal(type=draft.type.name, destinations=destinations, amount=draft.amount, group=draft.group)


def _expected(seen: Seen, course: Course, amount: int) -> Expected | None:
    refill, reward = seen.runtime.number(REFILL_PERIOD), seen.runtime.number(REWARD_PERIOD)
    if seen.council is None or seen.now.head is None or refill is None or reward is None:
        return None
    own = Execution(proposal=NOT_FILED, block=course.latest, effect="pays", amount=amount)
    told = {one.fact.number: one for one in seen.snapshot.of(Proposal) if one.fact.number is not None}
    groups = tuple(one.fact for one in seen.snapshot.of(StoredGroup))
    pending = pending_executions(seen.snapshot.of(StoredProposal), told, groups)
    found = budget_ahead(
        seen.council.fact,
        (one.fact for one in seen.snapshot.of(StoredSeat)),
        seen.now.head,
        Periods(refill=refill, reward=reward),
        (*pending, own),
        course.change,
    )
    return next((one for one in found or () if one.execution is own), None)


def _asked_by_others(seen: Seen) -> str:
    """Say what the proposals being voted on would take besides; they are not in the reckoning."""
    if seen.silent.get(QUERY_NODE):
        return " What proposals being voted on would take besides is not known."
    active = {one.fact.number for one in seen.snapshot.of(StoredProposal) if one.fact.status == "active"}
    told = {one.fact.number: one.fact for one in seen.snapshot.of(Proposal) if one.fact.number in active}
    effects = [effect_of(fact, ()) for fact in told.values()]
    pays = sum(effect[1] for effect in effects if effect is not None and effect[0] == "pays")
    return f" Proposals being voted on would take {joy(pays)} besides, if they are approved." if pays else ""
