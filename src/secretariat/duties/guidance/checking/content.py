"""Rules about what a proposal of the type holds: amount, figure and text, what is foreign to it, and what a draft has no member for."""

from collections.abc import Iterator

from secretariat.desk.saying import count, joy
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.duties.guidance.pages import MOST_REFERRAL, MOST_VALIDATORS
from secretariat.facts.proposal_contents import CONTENTS, NOT_ZERO, Member
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.stored_validators import ValidatorSet

MOST_FIGURE = {"set-max-validator-count": MOST_VALIDATORS, "set-referral-cut": MOST_REFERRAL}
"""Types whose figure has a bound that is a constant."""

LEAST_VALIDATORS = "Staking.MinimumValidatorCount"
FOREIGN: tuple[Member, ...] = ("group", "lead", "opening", "application", "proposal", "amount", "figure", "text")
"""Members that a type takes or not; payees have a rule of their own."""

TEXTS = {
    "signal": "The chain takes no Signal without its text, which is another one than the description (SignalProposalIsEmpty).",
    "amend-constitution": "The text replaces the constitution; the chain would take an empty one.",
}


NONE_MEANS = {
    "set-working-group-lead-reward": " Filed so, the lead earns nothing from then on; where that is meant, give 0."
}
"""Types of which the chain takes no amount as well, and what that does."""


def content(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Hold what the type takes against what the draft gives."""
    takes = CONTENTS[draft.type.name]
    if "text" in takes.needs:
        yield _text(draft)
    if "amount" in takes.needs or ("amount" in takes.may and draft.amount is not None):
        yield _amount(draft)
    if "figure" in takes.needs:
        yield _figure(draft, seen)
    if takes.beside:
        reason = (
            "A draft has no member for everything that a proposal of this type holds; look at it where it is filed."
        )
        yield unknown("content", f"a draft has no place for {takes.beside}, so that was not checked", reason)
    for name in FOREIGN:
        if name not in takes.members and getattr(draft, name) is not None:
            yield _foreign(draft, name)


def _foreign(draft: ProposalDraft, name: Member) -> Result:
    takes = ", ".join(CONTENTS[draft.type.name].members) or "none of these"
    words = f"{draft.type.words} has no {name}, and the draft names one: leave it out, or give the type that is meant."
    return judged(name, False, words, f"A proposal of this type takes {takes}.", "the runtime's types", f"$.{name}")


def _text(draft: ProposalDraft) -> Result:
    has = (draft.text or "").strip()
    size = len((draft.text or "").encode())
    words = f"The text has {count(size, 'byte')}." if has else "The draft has no text."
    return judged("text", bool(has), words, TEXTS[draft.type.name], "the draft", "$.text")


def _amount(draft: ProposalDraft) -> Result:
    takes, amount = CONTENTS[draft.type.name], draft.amount
    good = amount is not None and takes.least <= amount <= takes.most
    reason = f"The amount is {'more than 0' if takes.least else '0 or more'}, for the chain has no other for this type."
    if draft.type.name in NOT_ZERO:
        good = good and amount != 0
        reason = "The amount is more than 0, or below 0 where a group gives tokens back."
    words = (
        f"The draft names no amount.{NONE_MEANS.get(draft.type.name, '')}"
        if amount is None
        else f"The amount is {joy(amount)}."
    )
    if amount is not None and amount > takes.most:
        words = "The amount is more than the chain can write."
    return judged("amount", good, words, reason, "the draft", "$.amount")


def _figure(draft: ProposalDraft, seen: Seen) -> Result:
    takes, place = CONTENTS[draft.type.name], "$.figure"
    kind = "a per cent" if takes.most == 100 else "a whole number"
    reason = f"The figure is {kind} of {takes.least:,} to {takes.most:,}, by its type in the runtime."
    if draft.figure is None:
        return judged("figure", False, "The draft names no figure.", reason, "the draft", place)
    words, constant = f"The figure is {draft.figure:,}.", MOST_FIGURE.get(draft.type.name)
    if constant is None or draft.figure > takes.most:
        return judged("figure", takes.least <= draft.figure <= takes.most, words, reason, "the draft", place)
    return _bounded(draft, draft.figure, seen, constant)


def _bounded(draft: ProposalDraft, figure: int, seen: Seen, constant: str) -> Result:
    """Hold a figure against the constant that bounds it, and of validators against the least that staking takes."""
    most, place, words = seen.runtime.number(constant), "$.figure", f"The figure is {figure:,}."
    reason = f"The figure is at most {'a number that is not known' if most is None else f'{most:,}'} ({constant})."
    if most is None:
        return unknown("figure", f"{constant} was not read", reason, place)
    if figure > most or constant != MOST_VALIDATORS:
        return judged("figure", figure <= most, words, reason, seen.runtime.source(constant), place)
    stored = next(iter(seen.snapshot.of(ValidatorSet)), None)
    least = None if stored is None else stored.fact.minimum
    if seen.chain_unknown or stored is None or least is None:
        why = seen.chain_unknown or f"{LEAST_VALIDATORS} was not read"
        return unknown("figure", f"{words[:-1]}; {why}", reason, place)
    reason = f"The figure is {least:,} ({LEAST_VALIDATORS}) to {most:,} ({constant}); another is refused (InvalidValidatorCount)."
    source = f"{seen.runtime.source(constant)}; {stored.source}"
    return judged("figure", figure >= least, words, reason, source, place)
