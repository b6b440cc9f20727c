"""Rules about whom or what a proposal is about: working group, lead, opening, application, another proposal."""

from collections.abc import Iterator

from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import Stated
from secretariat.facts.staffing import Application, Opening
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_proposals import StoredProposal

NAMED = "A proposal of this type says whom or what it is about; its execution fails where that is not there."


def addressees(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look for everything that the type has to name."""
    asked = draft.type.addressees
    group = None if "group" not in asked else _group(draft, seen)
    if "group" in asked:
        yield _group_result(draft, seen, group)
    if "lead" in asked:
        yield _lead(draft, seen, group)
    if "opening" in asked:
        yield _opening(draft, seen)
    if "application" in asked:
        yield _application(draft, seen)
        yield _vacant(seen, group)
    if "proposal" in asked:
        yield _proposal(draft, seen)


def _group(draft: ProposalDraft, seen: Seen) -> Stated[StoredGroup] | None:
    return next((one for one in seen.snapshot.of(StoredGroup) if one.fact.group == draft.group), None)


def _called(group: str | None) -> str:
    return GROUP_NAMES.get(group or "", group or "")


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
    return judged("group", True, f"The group is {_called(draft.group)}.", NAMED, found.source, place)


def _lead(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    place = "$.lead"
    if draft.lead is None:
        return judged("lead", False, "The draft does not name the lead's worker number.", NAMED, "the draft", place)
    if seen.chain_unknown or group is None:
        return unknown("lead", seen.chain_unknown or "the group is not known", NAMED, place)
    if group.fact.lead is None:
        return judged("lead", False, "The group has no lead now.", NAMED, group.source, place)
    words = f"The lead now is worker {group.fact.lead}."
    return judged("lead", group.fact.lead == draft.lead, words, NAMED, group.source, place)


def _vacant(seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    reason = "A lead is hired only where the group has none (CannotHireLeaderWhenLeaderExists)."
    if seen.chain_unknown or group is None:
        return unknown("lead-vacant", seen.chain_unknown or "the group is not known", reason, "$.group")
    words = (
        "The group has no lead now."
        if group.fact.lead is None
        else f"The group has a lead now, worker {group.fact.lead}."
    )
    return judged("lead-vacant", group.fact.lead is None, words, reason, group.source, "$.group")


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
    words = f"Opening {key} is open." if found.fact.type == "leader" else f"Opening {key} is none for a lead."
    return judged("opening", found.fact.type == "leader", words, NAMED, found.source, place)


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
    place, reason = "$.proposal", "A veto stops a proposal that is still open when the veto is carried out."
    if draft.proposal is None:
        return judged(
            "proposal", False, "The draft does not name the proposal to be stopped.", reason, "the draft", place
        )
    if seen.chain_unknown:
        return unknown("proposal", seen.chain_unknown, reason, place)
    found = next((one for one in seen.snapshot.of(StoredProposal) if one.fact.number == draft.proposal), None)
    if found is None:
        words = f"Proposal {draft.proposal} is not open: it is finished, or never was."
        return judged("proposal", False, words, reason, "open proposals as stored", place)
    return judged("proposal", True, f"Proposal {draft.proposal} is open now.", reason, found.source, place)
