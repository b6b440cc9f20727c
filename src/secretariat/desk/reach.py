"""Reach: by which channel words go to one member, and who has something due and no working contact, which is never silence."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secretariat.desk.acts import Destination
from secretariat.desk.contacts import (
    NONE_BOUNCED,
    Bounces,
    Contact,
    Reach,
    may_be_rung,
    member_of,
    place_of_member,
    shared_by,
    way_to,
    what_to_do,
    why_no_way,
)
from secretariat.desk.findings import Asked, Due, Evidence, Finding, Wanted

DUTY = "contacts"
"""What stands in the place of a duty in the keys of these findings."""

DIGESTS = "digests"
"""The duty whose words to one member go to those alone who want digests."""

MOST_NAMED = 5


def unreachable(
    findings: Iterable[Finding],
    contacts: Mapping[int, Contact],
    on: Mapping[Reach, bool],
    bounces: Bounces = NONE_BOUNCED,
) -> tuple[Finding, ...]:
    """Conclude for each member who has something due by any finding (``asks``) and cannot be reached that somebody is to tell them.

    Reached is whom a channel reaches alone, and, of a finding whose words ring them in a place, whom these may ring. ``contacts`` are by
    member id, ``on`` the channels that the settings have, ``bounces`` addresses that reach nobody. No address stands in what is concluded.
    """
    asked: dict[int, list[Finding]] = {}
    shared = shared_by(contacts.values())
    for finding in findings:
        rung = {_rung(finding, wanted) for wanted in finding.wanted if on.get("discord")}
        for member in finding.asks:
            if member not in rung or not may_be_rung(contacts.get(member)):
                asked.setdefault(member, []).append(finding)
    return tuple(
        _of(member, why, what_to_do(contacts.get(member), on, shared), asked[member])
        for member in sorted(asked)
        if (why := why_no_way(contacts.get(member), on, shared, bounces))
    )


def by_their_way(
    findings: Iterable[Finding],
    contacts: Mapping[int, Contact],
    on: Mapping[Reach, bool],
    bounces: Bounces = NONE_BOUNCED,
) -> tuple[Finding, ...]:
    """Give findings whose words to one member go by the channel of that member's contact; all other words stay as they are.

    Words to whom no channel reaches alone are left out, and so are digests to who wants none. Words that ring one member in a place go to
    that member alone where a channel does it, and nowhere where their contact lets nobody ring them; its reason says which it is
    (``Finding.reached``). ``contacts`` are by member id, ``on`` the channels that the settings have, ``bounces`` addresses that reach nobody. No address
    stands in what is given: it is looked up as the words are sent.
    """
    found = []
    shared = shared_by(contacts.values())

    def way(member: int) -> Reach | None:
        return way_to(contacts.get(member), on, shared, bounces)

    def why_none(member: int) -> str:
        return why_no_way(contacts.get(member), on, shared, bounces)

    for finding in findings:
        wanted = tuple(_directed(finding, contacts, way))
        why = _with_how(finding, contacts, why_none)
        found.append(replace(finding, wanted=wanted, why=why, reached=None))
    return tuple(found)


def _with_how(finding: Finding, contacts: Mapping[int, Contact], why_none: Callable[[int], str]) -> str:
    """Give the reason of a finding, with how whom it asks is reached, if it says anything of that."""
    how = finding.reached
    if how is None:
        return finding.why
    contact, none = contacts.get(how.member), why_none(how.member)
    if not none:
        return f"{finding.why} {how.alone}"
    if may_be_rung(contact):
        return f"{finding.why} {how.rung}"
    wants_none = contact is not None and contact.consent and not contact.opted_out
    why = "they want no digests" if wants_none else none
    return f"{finding.why} Nothing is sent to them: {why}."


def _directed(
    finding: Finding, contacts: Mapping[int, Contact], way_of: Callable[[int], Reach | None]
) -> Iterator[Wanted]:
    for wanted in finding.wanted:
        rung = _rung(finding, wanted)
        member = member_of(wanted.destination.place) if rung is None else rung
        if member is None:
            yield wanted
            continue
        contact, way = contacts.get(member), way_of(member)
        if contact is not None and way is not None:
            if contact.digest or finding.duty != DIGESTS:
                yield replace(wanted, channel=way, destination=Destination(place=place_of_member(member)), mentions=())
        elif rung is not None and may_be_rung(contact):
            yield wanted


def reached_in_places(
    settings: object, contacts: Mapping[int, Contact], on: Mapping[Reach, bool], bounces: Bounces = NONE_BOUNCED
) -> object:
    """Give a duty's settings without those in ``mentions`` to whom nothing would go: nobody may ring them, and no channel reaches them alone.

    So no duty takes somebody to be reached by it whom ``by_their_way`` leaves out. Settings without ``mentions`` stay as they are.
    """
    mentions = getattr(settings, "mentions", None)
    if not mentions:
        return settings
    shared = shared_by(contacts.values())
    reached = {
        member: user
        for member, user in mentions.items()
        if may_be_rung(contacts.get(member)) or way_to(contacts.get(member), on, shared, bounces)
    }
    return replace(settings, mentions=reached)  # type: ignore[type-var]


def _rung(finding: Finding, wanted: Wanted) -> int | None:
    """Give the member whom words ring in a place by their own user: the one whom the finding asks; None for all other words."""
    rings = any(one.kind == "user" for one in wanted.mentions)
    return finding.asks[0] if rings and len(finding.asks) == 1 else None


def _of(member: int, why: str, to_do: str, findings: Sequence[Finding]) -> Finding:
    by_finding = [(each, one) for one in findings for each in _asked_of(one, member)]
    first, of = min(by_finding, key=lambda pair: _when(pair[0].due))
    asked = [each for each, _ in by_finding]
    named = "; ".join(one.says for one in asked[:MOST_NAMED])
    more = f"; and {len(asked) - MOST_NAMED} more" if len(asked) > MOST_NAMED else ""
    return Finding(
        key=f"{DUTY}/unreachable/{member}",
        title=f"Member {member} has something due and no working contact",
        why=f"How to reach member {member}: {why}. Due: {named}{more}. {to_do}",
        level=of.level,
        audience="desk",
        due=first.due,
        evidence=tuple(Evidence(says=one.says, source=each.source) for one in asked for each in one.evidence[:1]),
        needs=tuple(sorted({need for one in findings for need in one.needs})),
    )


def _asked_of(finding: Finding, member: int) -> tuple[Asked, ...]:
    """Give what a finding asks of a member: where it does not say that apart, what it says of all whom it asks."""
    own = tuple(one for one in finding.asked if one.member == member)
    return own or (Asked(member=member, says=finding.title, due=finding.due, evidence=finding.evidence),)


def _when(due: Due | None) -> tuple[int, int, str]:
    """Order by what is over first: by block, then by date, then what has no end."""
    if due is not None and due.block is not None:
        return 0, due.block, ""
    return (1, 0, due.at) if due is not None and due.at is not None else (2, 0, "")
