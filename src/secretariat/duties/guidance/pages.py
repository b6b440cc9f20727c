"""A guide in words: what is said of a type of proposal, section by section, every figure from the constants of the runtime in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secretariat.desk.filling import Template, fill
from secretariat.desk.saying import count, joy
from secretariat.desk.times import period_words
from secretariat.duties.guidance.guide import Guide
from secretariat.duties.guidance.texts import template
from secretariat.duties.guidance.usage import Use
from secretariat.facts.pace import Pace
from secretariat.facts.runtime_constants import InForce
from secretariat.facts.votes_needed import VotesNeeded

UNKNOWN = "an amount that is not known"
BIND_STAKE = "Members.CandidateStake"
TITLE, DESCRIPTION, OPEN = (
    f"ProposalsEngine.{name}" for name in ("TitleMaxLength", "DescriptionMaxLength", "MaxActiveProposalLimit")
)
MOST_ACCOUNTS, MOST_TOTAL = (
    f"ProposalsCodex.FundingRequestProposal{name}" for name in ("MaxAccounts", "MaxTotalAmount")
)
MOST_VALIDATORS = "ProposalsCodex.SetMaxValidatorCountProposalMaxValidators"
MOST_REFERRAL = "Members.ReferralCutMaximumPercent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One section of a guide: its heading, and its sentences, each a line of its own."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What a guide says. ``lead`` says in a sentence or two what such a proposal does, or why nobody can file one."""

    guide: Guide
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def page_of(guide: Guide, runtime: InForce, pace: Pace | None, use: Use | None = None) -> Page:
    """Write a guide. Of a type that nobody can file it says what it would do and why nobody can, and no more.

    ``use`` is how often types were filed; None where that is not known.
    """
    does, prepare = _of_type(guide, runtime)
    if guide.standing != "can be filed":
        return Page(guide=guide, lead=(*does, guide.why_not), sections=())
    sections = (
        Section(heading="What to prepare", lines=(*prepare, *_limits(runtime))),
        Section(heading="Stake", lines=_lines(template("about-stake"), _money(guide, runtime))),
        Section(heading="What is taken of the stake", lines=_lines(template("about-lost"), _money(guide, runtime))),
        Section(heading="How many of the council must approve", lines=tuple(_votes(guide))),
        Section(heading="Periods", lines=_lines(template("about-time"), _periods(guide, pace))),
        Section(heading="Councils in a row", lines=tuple(_councils(guide))),
        Section(heading="How often it was filed", lines=(used_words(guide, use),)),
    )
    return Page(guide=guide, lead=does, sections=sections)


def _lines(text: Template, values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(line.removeprefix("- ") for line in fill(text, values).splitlines() if line.strip())


def _of_type(guide: Guide, runtime: InForce) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what a type does, and what to prepare for it."""
    values = {
        "most_accounts": _whole(runtime.number(MOST_ACCOUNTS)),
        "most_total": _amount(runtime.number(MOST_TOTAL)),
        "most_validators": _whole(runtime.number(MOST_VALIDATORS)),
        "most_referral": f"{_whole(runtime.number(MOST_REFERRAL))} %",
    }
    lines = fill(template(f"type-{guide.type.name}"), values).splitlines()
    does = tuple(line for line in lines if line and not line.startswith("- "))
    return does, tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))


def _limits(runtime: InForce) -> tuple[str, ...]:
    title, description, most = (runtime.number(name) for name in (TITLE, DESCRIPTION, OPEN))
    return (
        f"Title: 1 to {_whole(title)} bytes. Description: 1 to {_whole(description)} bytes. Letters beyond plain English ones take two "
        "to four bytes each.",
        f"At most {_whole(most)} proposals can be open at a time; while so many are, the chain takes no other.",
    )


def _money(guide: Guide, runtime: InForce) -> dict[str, str]:
    return {
        "stake": _amount(guide.parameters.required_stake),
        "rejection_fee": _amount(guide.rejection_fee),
        "cancellation_fee": _amount(guide.cancellation_fee),
        "bind_stake": _amount(runtime.number(BIND_STAKE)),
    }


def _votes(guide: Guide) -> Iterator[str]:
    if guide.seats is None or guide.approvals is None or guide.slashes is None:
        yield "Not known: quorums and thresholds, or how many sit on the council, were not read."
        return
    told, slashes, rule = guide.approvals, guide.slashes, guide.parameters
    values = {
        "approve": f"{alike_words(told, guide.seats)} must approve.",
        "quorum_votes": _members(told.votes),
        "seats": count(guide.seats, "council member"),
        "against": _votes_words(told.against),
        "slash_quorum": _members(slashes.votes),
        "slash": f"{alike_words(slashes, guide.seats)} must say so",
        "approval_quorum": str(rule.approval_quorum),
        "approval_threshold": str(rule.approval_threshold),
        "slashing_quorum": str(rule.slashing_quorum),
        "slashing_threshold": str(rule.slashing_threshold),
    }
    yield from _lines(template("about-votes"), values)


def alike_words(needed: VotesNeeded, seats: int) -> str:
    """Say how many must vote alike: ``2 of 3 council members``, with what else it takes when more of them vote."""
    of_seats = f"of {count(seats, 'council member')}"
    if needed.of_votes is None or needed.of_all is None:
        return f"More than there are {of_seats}"
    if needed.of_votes == needed.of_all:
        return f"{needed.of_all} {of_seats}"
    return f"{needed.of_votes} {of_seats} where only {needed.votes} have voted, {needed.of_all} when all have,"


def _members(number: int | None) -> str:
    return "more than there are" if number is None else count(number, "council member")


def _votes_words(number: int | None) -> str:
    return "no number of votes" if number is None else count(number, "vote")


def _periods(guide: Guide, pace: Pace | None) -> dict[str, str]:
    voting, grace, unknown = guide.parameters.voting_period, guide.parameters.grace_period, "not known"
    exact = unknown if guide.longest is None else period_words(pace, guide.longest)
    return {
        "voting": unknown if voting is None else period_words(pace, voting),
        "grace": unknown
        if grace is None
        else period_words(pace, grace)
        if grace
        else "none, it is carried out in the block in which it is approved",
        "longest": exact if guide.parameters.constitutionality == 1 else "",
        "exact": exact,
    }


def _councils(guide: Guide) -> Iterator[str]:
    councils = guide.parameters.constitutionality
    if councils is None:
        yield "Not known: the constant does not say how many councils must approve."
    else:
        yield from _lines(template("councils-several" if councils > 1 else "councils-one"), {"councils": str(councils)})


def used_words(guide: Guide, use: Use | None) -> str:
    """Say how often a type was filed, among how many proposals."""
    if use is None:
        return "Not known: the list of proposals is not whole."
    number = use.by_type[guide.type.name]
    return f"{count(number, 'time')} among {count(use.n, 'proposal')} of all types."


def _amount(amount: int | None) -> str:
    return UNKNOWN if amount is None else joy(amount)


def _whole(number: int | None) -> str:
    return "a number that is not known" if number is None else f"{number:,}"
