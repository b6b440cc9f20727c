"""Approvals: how many yeses an act needs and from whom, and what a yes given ahead covers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secretariat.desk.acts import OF_MONEY, Act, Kind
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding
from secretariat.desk.neutrality.gate import Concern, concerns
from secretariat.desk.neutrality.named import Person
from secretariat.facts.desk_decisions import Approval, StandingGrant, StandingRevocation
from secretariat.facts.mandates import Mandate, mandate_at


@dataclass(frozen=True, kw_only=True, slots=True)
class SecondYes:
    """Which kinds of act need a second yes besides those of money: ``always``, and ``acting`` while no mandate is confirmed."""

    always: frozenset[Kind] = frozenset()
    acting: frozenset[Kind] = frozenset()


def why_second(act: Act, rule: SecondYes, *, acting: bool) -> str:
    """Say why an act needs a second yes; empty where one is enough."""
    if act.kind in OF_MONEY:
        return "it moves money"
    if act.kind in rule.always:
        return f"the settings ask for it for {act.kind}"
    if acting and act.kind in rule.acting:
        return f"no confirmed mandate covers this block, and the settings ask for it then for {act.kind}"
    return ""


def how_second(person: str, draft: str, yeses: Sequence[Approval], why_two: str, line: str) -> str:
    """Say to somebody who gives second yeses how one is given to a text, by a signature of its ``line``, or that it needs none."""
    if not why_two:
        return f"{draft} needs no second yes. Nothing was changed."
    if any(yes.second and yes.taken.person == person for yes in yeses):
        return f"Your second yes to {draft} is there already. Nothing was changed."
    return (
        f"What {person} can give is the second yes that {draft} needs ({why_two}): a signature, by the wallet key of the account in "
        f"[people.{person}], of this line of text and nothing else: “{line}” Then: secretariat approve {draft} "
        "--signature 0x..., with the signature. Nothing was changed."
    )


def missing(yeses: Sequence[Approval], why_two: str) -> str:
    """Say which yes is missing; empty when there are enough. ``why_two`` says why a second one is needed, else it is empty.

    Wallet keys are counted, not names: the second yes is the signature of a key that the first one does not have.
    """
    first = [one for one in yeses if not one.second]
    second = [one for one in yeses if one.second]
    if not first:
        return "a yes of the secretary or deputy"
    if not why_two:
        return ""
    if any(one.account and other.account and one.account != other.account for one in first for other in second):
        return ""
    if not any(one.account for one in first):
        return f"a first yes by somebody whose account stands in the settings, for two keys are compared ({why_two})"
    return f"a council member's second yes, signed by another wallet key ({why_two})"


def text_to_sign(draft: Draft) -> str:
    """Give what a second person's wallet signs: one line of printable ASCII that names the text and the digest of its act."""
    act = draft.act
    return f"Secretariat: my yes to {draft.name}, a {act.kind} on {act.channel}. SHA-256 of the act: {draft.digest}."


def is_own(draft: Draft) -> bool:
    """Tell whether the words are a person's own, written or reworded, and not the program's."""
    return bool(draft.by) or draft.act.finding.startswith("own/")


def concerns_of(draft: Draft, people: Sequence[Person] = ()) -> tuple[Concern, ...]:
    """Find what is not neutral in a text as it stands, whoever's words they are; a yes to it needs a public reason then.

    ``people`` are those who stand for election: a person's own words may not name some of them. The program's own may name one who
    stands for another reason.
    """
    said = replace(draft.wanted, title=draft.act.title, text=draft.act.text)
    own = is_own(draft)
    return concerns(said, people if own else (), program=not own)


def lapsed(draft: Draft, block: int | None) -> bool:
    """Tell whether saying it makes no sense any more at a block; then no yes to it counts."""
    until = draft.wanted.until
    return until is not None and block is not None and block > until


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A standing approval, the last block it holds at by the mandates known now, and why it does not hold any more (else empty)."""

    grant: StandingGrant
    last: int
    ended: str = ""

    @property
    def name(self) -> str:
        """Give the name it is revoked by: ``s81``."""
        return f"s{self.grant.taken.seq}"


def standing_of(decisions: Iterable[object], mandates: Iterable[Mandate], block: int | None) -> tuple[Standing, ...]:
    """List every standing approval that was ever given, with what ended it.

    One ends when it is revoked, after its last block, and when another mandate begins than the one it was given under. Mandates are
    recorded after they began: one that is confirmed after the grant, and names another secretary, ends it as it is confirmed.
    """
    known, held = tuple(decisions), tuple(mandates)
    revoked = {one.standing: one for one in known if isinstance(one, StandingRevocation)}
    return tuple(
        _standing(one, revoked.get(one.taken.seq), held, block) for one in known if isinstance(one, StandingGrant)
    )


def _standing(
    grant: StandingGrant, revoked: StandingRevocation | None, mandates: tuple[Mandate, ...], block: int | None
) -> Standing:
    last, because = _last_block(grant, mandates)
    if revoked is not None:
        because = f"revoked by {revoked.taken.person} on {revoked.taken.at[:10]}: {revoked.taken.why}"
    elif block is None:
        because = "the chain's block is not known"
    elif block <= last:
        because = ""
    return Standing(grant=grant, last=last, ended=because)


def _last_block(grant: StandingGrant, mandates: Iterable[Mandate]) -> tuple[int, str]:
    """Give the last block at which a standing approval can hold, and what ends it then."""
    known = [one for one in mandates if one.confirmed]
    before = [one for one in known if one.confirmed and one.confirmed.taken.seq < grant.taken.seq]
    under = mandate_at(before, grant.block)
    ends = [(grant.until, f"it held until block {grant.until:,}")]
    ends += [
        (one.record.first - 1, f"the mandate {one.name} began at block {one.record.first:,}")
        for one in known
        if one.record.first > grant.block
    ]
    if under is not None:
        ends.append((under.record.last, f"the mandate it was given under ended at block {under.record.last:,}"))
    ends += [end for one in known if one not in before and (end := _confirmed_later(grant, under, one))]
    return min(ends, key=lambda end: end[0])


def _confirmed_later(grant: StandingGrant, under: Mandate | None, mandate: Mandate) -> tuple[int, str] | None:
    """Give the end that a mandate sets which covers the grant's block and was confirmed after it; None for one that does not.

    A grant of before members were written down with it is held against the mandate it was given under.
    """
    record, confirmed = mandate.record, mandate.confirmed
    if confirmed is None or not record.first <= grant.block <= record.last:
        return None
    member = grant.member if grant.member is not None or under is None else under.record.secretary
    if record.secretary == member:
        return record.last, f"the mandate {mandate.name} ended at block {record.last:,}"
    at = grant.block if confirmed.block is None else max(confirmed.block, grant.block)
    return at - 1, (
        f"the mandate {mandate.name}, confirmed on {confirmed.taken.at[:10]}, names another secretary: member {record.secretary}"
    )


def why_ended(yeses: Iterable[Approval], standing: Iterable[Standing]) -> str:
    """Say why the yeses to one text count no more, where only standing approvals gave them; empty while one of these holds.

    A yes that a person gave to the very text stays, whatever becomes of standing approvals.
    """
    by_number = {one.grant.taken.seq: one for one in standing}
    under = [yes.standing for yes in yeses]
    if not under or None in under:
        return ""
    known = [by_number[number] for number in under if number in by_number]
    if any(not one.ended for one in known):
        return ""
    if not known:
        return f"the journal has no standing approval s{under[-1]}, which said yes to it"
    return f"the standing approval {known[-1].name} does not hold any more: {known[-1].ended}"


def never_ahead(draft: Draft) -> str:
    """Say why no yes can be given ahead to words like these; empty where one can."""
    if draft.act.kind != "message":
        return f"a {draft.act.kind} always needs a person's own yes; only messages can be approved ahead"
    if draft.wanted.people:
        return "the words name candidates or applicants"
    if draft.wanted.payees:
        return "the words are about money that is to move"
    if draft.by:
        return f"the words are {draft.by}'s own, not those of a template"
    if draft.act.finding.startswith("own/"):
        return "the words are a person's own, not those of a template"
    return ""


def for_the_same(one: StandingGrant, other: StandingGrant) -> bool:
    """Tell whether two standing approvals say yes to the same words for the same place and audience."""
    return _what(one) == _what(other)


def _what(grant: StandingGrant) -> tuple[str, ...]:
    return (grant.rule, grant.template, grant.template_digest, grant.channel, grant.place, grant.audience)


def covers(standing: Standing, draft: Draft, finding: Finding) -> bool:
    """Tell whether a standing approval says yes to a text: the same words in which only facts differ, and neutral ones."""
    grant, act = standing.grant, draft.act
    same = _what(grant) == (
        finding.rule,
        draft.wanted.template,
        draft.wanted.template_digest,
        act.channel,
        act.destination.place,
        finding.audience,
    )
    return same and not (standing.ended or never_ahead(draft) or concerns_of(draft))
