"""Rules about what a proposal is about: working group, opening, application, another proposal."""

from collections.abc import Iterator

from secretariat.duties.guidance.checking.leads import group_of
from secretariat.duties.guidance.checking.meanwhile import approved, course_known, opening_goes
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.executions_ahead import executed_in
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import Stated
from secretariat.facts.staffing import Application, Opening
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_proposals import StoredProposal

NAMED = "A proposal of this type says whom or what it is about; its execution fails where that is not there."
VETO = (
    "A veto stops a proposal that is being voted on, or waits for its execution, when the veto is carried out "
    "(ProposalNotFound, ProposalFinalized)."
)


def addressees(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look for everything that the type has to name."""
    asked = draft.type.addressees
    if "group" in asked:
        yield _group_result(draft, seen, group_of(seen, draft.group))
    if "opening" in asked:
        yield _opening(draft, seen)
    if "application" in asked:
        yield _application(draft, seen)
    if "proposal" in asked:
        yield _proposal(draft, seen)


def _group_result(draft: ProposalDraft, seen: Seen, found: Stated[StoredGroup] | None) -> Result:
    place = "$.group"
    if draft.group is None:
        return judged("group", False, "The draft names no working group.", NAMED, "the draft", place)
    if seen.chain_unknown:
        return unknown("group", seen.chain_unknown, NAMED, place)
    if found is None:
        return judged(
            "group", False, f"The chain has no group {draft.group}.", NAMED, "working groups as stored", place
        )
    return judged("group", True, f"The group is {name_of_group(draft.group)}.", NAMED, found.source, place)


def _opening(draft: ProposalDraft, seen: Seen) -> Result:
    place = "$.opening"
    if draft.opening is None or draft.group is None:
        return judged(
            "opening", False, "The draft does not name group and number of the opening.", NAMED, "the draft", place
        )
    if seen.query_node_unknown:
        return unknown("opening", seen.query_node_unknown, NAMED, place)
    key = f"{draft.group}-{draft.opening}"
    found = next((one for one in seen.snapshot.of(Opening) if one.key == key), None)
    if found is None or found.fact.status != "open":
        return judged("opening", False, f"Opening {key} is not open.", NAMED, "open openings of the query node", place)
    if found.fact.type != "leader":
        return judged("opening", False, f"Opening {key} is none for a lead.", NAMED, found.source, place)
    goes, course = opening_goes(seen, key), course_known(draft, seen)
    if goes is not None and course is not None and goes.block < course.latest:
        words = f"Opening {key} is open, and in block {goes.block:,} {goes.words}."
        return judged("opening", False, words, NAMED, found.source, place)
    return judged("opening", True, f"Opening {key} is open.", NAMED, found.source, place)


def _application(draft: ProposalDraft, seen: Seen) -> Result:
    place = "$.application"
    if draft.application is None or draft.group is None:
        return judged("application", False, "The draft does not name the application.", NAMED, "the draft", place)
    if seen.query_node_unknown:
        return unknown("application", seen.query_node_unknown, NAMED, place)
    key = f"{draft.group}-{draft.application}"
    found = next((one for one in seen.snapshot.of(Application) if one.key == key), None)
    if found is None or found.fact.status != "pending":
        words = f"Application {key} is not pending."
        return judged("application", False, words, NAMED, "pending applications of the query node", place)
    good = found.fact.opening == f"{draft.group}-{draft.opening}"
    words = f"Application {key} is pending{'' if good else ', and for another opening'}."
    return judged("application", good, words, NAMED, found.source, place)


def _proposal(draft: ProposalDraft, seen: Seen) -> Result:
    place = "$.proposal"
    if draft.proposal is None:
        return judged(
            "proposal", False, "The draft does not name the proposal to be stopped.", VETO, "the draft", place
        )
    if seen.chain_unknown:
        return unknown("proposal", seen.chain_unknown, VETO, place)
    found = next((one for one in seen.snapshot.of(StoredProposal) if one.fact.number == draft.proposal), None)
    if found is None:
        words = f"Proposal {draft.proposal} is not open: it is finished, or never was."
        return judged("proposal", False, words, VETO, "open proposals as stored", place)
    wrong = _over(draft, seen, found.fact)
    words = f"Proposal {draft.proposal} is open now{wrong}."
    return judged("proposal", not wrong, words, VETO, found.source, place)


def _over(draft: ProposalDraft, seen: Seen, target: StoredProposal) -> str:
    """Say why a proposal cannot be stopped when the veto is carried out; empty where nothing stands in the way for sure."""
    if target.status == "pending-constitutionality":
        return ", and waits for the next council: while it waits it cannot be stopped"
    course = course_known(draft, seen)
    if course is None:
        return ""
    vetoes = (one for one in approved(seen, "veto") if one.told.other_proposal == target.number)
    if earlier := next((one for one in vetoes if one.block < course.latest), None):
        return f", and proposal {earlier.told.number}, which is approved, stops it in block {earlier.block:,}"
    over = _over_at(target)
    if over is None or over >= course.latest:
        return ""
    told = f", and is over in block {over:,} at the latest; the veto is carried out in block {course.earliest:,} at the earliest"
    return told if over < course.earliest else f"{told}, {course.latest:,} at the latest"


def _over_at(target: StoredProposal) -> int | None:
    """Give the block in which a proposal is carried out or gone at the latest; None where it may wait for another council."""
    if target.status == "pending-execution":
        return executed_in(target)
    began, voting, grace = target.activated_at, target.voting_period, target.grace_period
    if began is None or voting is None or grace is None:
        return None
    if (target.council_confirmations or 0) + 1 < (target.constitutionality or 1):
        return None
    return max(began + voting + grace, target.exact_execution_block or 0)
