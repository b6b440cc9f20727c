"""Rules about the draft's words: its type, the bytes that the chain takes, milestones."""

import re
from collections.abc import Iterator

from secretariat.desk.saying import count
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.duties.guidance.guide import guide_of
from secretariat.duties.guidance.pages import DESCRIPTION, TITLE
from secretariat.facts.proposal_drafts import Milestone, ProposalDraft

NOUGHT = "\0"
_MILESTONE = re.compile(r"\b(?:milestones?|deliverables?)\b", re.IGNORECASE)


def type_known(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Tell whether a proposal of the type can be filed at all."""
    guide = guide_of(draft.type, seen.runtime, None)
    reason = "Only types that the runtime in force has, and its call filter lets through, can be filed."
    if guide.standing == "not known":
        yield unknown("type", guide.why_not, reason, "$.type")
        return
    good = guide.standing == "can be filed"
    words = f"{draft.type.words} can be filed." if good else guide.why_not
    yield judged("type", good, words, reason, guide.source, "$.type")


def sizes(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Hold title and description, and the rationale with it, against the bytes that the chain takes."""
    yield _bytes(seen, "title-bytes", "The title", draft.title, TITLE, "$.title")
    yield _bytes(seen, "description-bytes", "The description", draft.description, DESCRIPTION, "$.description")
    if draft.rationale:
        words = "The description with the rationale below it"
        yield _bytes(seen, "rationale-bytes", words, draft.filed_description, DESCRIPTION, "$.rationale")


def _bytes(seen: Seen, code: str, named: str, text: str, constant: str, place: str) -> Result:
    if NOUGHT in text:
        return _unkept(code, named, text, place)
    most, has = seen.runtime.number(constant), len(text.encode())
    reason = f"The chain counts bytes, not letters, and takes 1 to {'an unknown number' if most is None else f'{most:,}'} ({constant})."
    if most is None and has:
        return unknown(code, f"{named.lower()} has {count(has, 'byte')}, and {constant} was not read", reason, place)
    blank = f" {named} is of blanks alone: say what it is about." if has and not text.strip() else ""
    letters = "" if has == len(text) else f" in {len(text):,} letters"
    over = "" if most is None or has <= most else f": {count(has - most, 'byte')} too many"
    words = f"{named} is empty." if not has else f"{named} has {count(has, 'byte')}{letters}{over}.{blank}"
    return judged(code, has > 0 and not over, words, reason, seen.runtime.source(constant), place)


def _unkept(code: str, named: str, text: str, place: str) -> Result:
    """Tell of the one sign that the chain takes, and that the stores of query nodes do not keep."""
    words = f"{named} has a U+0000 at {text.index(NOUGHT):,}: leave it out."
    reason = "The chain takes bytes, whatever they are; query nodes keep texts in PostgreSQL, which has no U+0000, and no page shows one."
    return judged(code, False, words, reason, "the draft", place)


def milestones(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look for milestones in a funding request."""
    if draft.type.name != "funding-request":
        return
    reason = "Whoever votes on a payment asks what is delivered by when; the chain keeps the description alone."
    source, place = "the draft", "$.milestones"
    undated = [one for one in draft.milestones if one.by is None]
    said = _MILESTONE.search(draft.filed_description) is not None
    if not draft.milestones and not said:
        yield judged("milestones", False, "Neither milestones nor the word in the description.", reason, source, place)
    elif undated:
        words = f"{count(len(undated), 'milestone')} of {len(draft.milestones)} {'has' if len(undated) == 1 else 'have'} no date or block."
        yield judged("milestones", False, words, reason, source, place)
    elif draft.milestones and seen.filed is None:
        yield unknown("milestones", "the chain was not read yet, and so which of their blocks are past", reason, place)
    elif past := [one for one in draft.milestones if _is_past(one, seen)]:
        words = f"{count(len(past), 'milestone')} of {len(draft.milestones)} {'is' if len(past) == 1 else 'are'} due before it is filed."
        yield judged("milestones", False, words, reason, source, place)
    else:
        listed = (
            f"{count(len(draft.milestones), 'milestone')} with a date or block."
            if draft.milestones
            else "The description names milestones."
        )
        hint = "" if said else " Put them into the description as well."
        yield judged("milestones", True, listed + hint, reason, source, place)


def _is_past(one: Milestone, seen: Seen) -> bool:
    """Tell whether a milestone is due before the block in which it can be filed, or before the present day in UTC."""
    if one.by is None:
        return False
    if one.by.block is not None:
        return seen.filed is not None and one.by.block < seen.filed
    return one.by.date is not None and one.by.date < seen.now.at[:10]
