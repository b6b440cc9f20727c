"""The office as people see it: mandates and yeses given ahead as plain values, for pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.desk.approvals import Standing
from secretariat.desk.people import Person
from secretariat.desk.roles import Role
from secretariat.desk.times import time_words
from secretariat.facts.mandates import Mandate, mandate_at
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownMandate:
    """A recorded mandate: members in words, blocks, who recorded and who confirmed it (empty while nobody did).

    ``ends`` is the time of its last block in words. ``holds`` says that it is the one that covers the block of now.
    """

    mandate: str
    secretary: str
    deputy: str
    proposal: int | None
    first: int
    last: int
    ends: str
    recorded_by: str
    recorded_at: Moment
    why: str
    confirmed_by: str
    confirmed_at: Moment | None
    confirmed_why: str
    holds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownStanding:
    """A yes given ahead: to which words, for where and whom, until which block (the time in ``ends``), by whom and why.

    ``until`` is the block that was asked for, ``last`` the one it holds at by the mandates known now. ``ended`` is empty while it holds.
    """

    standing: str
    rule: str
    template: str
    channel: str
    place: str
    audience: str
    block: int
    until: int
    last: int
    ends: str
    person: str
    at: Moment
    why: str
    ended: str


def shown_mandates(mandates: Iterable[Mandate], people: Iterable[Person], now: Now) -> tuple[ShownMandate, ...]:
    """Give every mandate, the last recorded first."""
    known, names = tuple(mandates), names_of(people)
    held = mandate_at(known, now.block)
    return tuple(_mandate(one, names, now, holds=one is held) for one in reversed(known))


def names_of(people: Iterable[Person]) -> dict[int, str]:
    """Give the names of the members whom the settings know."""
    return {one.member_id: one.name for one in people if one.member_id is not None}


def unlike_settings(mandate: Mandate | None, people: Iterable[Person]) -> tuple[str, ...]:
    """Say where the settings give the office to others than the mandate does: a sentence for each, none where no mandate holds."""
    if mandate is None:
        return ()
    known, record = tuple(people), mandate.record
    holders: tuple[tuple[Role, int | None], ...] = (("secretary", record.secretary), ("deputy", record.deputy))
    found = []
    for role, member in holders:
        if member is None:
            continue
        able = [one for one in known if role in one.roles]
        others = [one for one in able if one.member_id is not None and one.member_id != member]
        found += [
            f"{one.name} (member {one.member_id}) is {role} in the settings, and {mandate.name} names member {member}: "
            f"take the role out of [people.{one.name}] if it is over."
            for one in others
        ]
        if not any(one.member_id == member for one in able):
            found.append(
                f"{mandate.name} names {member_words(member, names_of(known))} as {role}, and nobody is so in the settings: "
                f"give a table of [people] that role and member_id = {member}."
            )
    return tuple(found)


def _mandate(mandate: Mandate, names: Mapping[int, str], now: Now, *, holds: bool) -> ShownMandate:
    record, confirmed = mandate.record, mandate.confirmed
    return ShownMandate(
        mandate=mandate.name,
        secretary=member_words(record.secretary, names),
        deputy="" if record.deputy is None else member_words(record.deputy, names),
        proposal=record.proposal,
        first=record.first,
        last=record.last,
        ends=time_words(now, record.last),
        recorded_by=record.taken.person,
        recorded_at=record.taken.at,
        why=record.taken.why,
        confirmed_by=confirmed.taken.person if confirmed else "",
        confirmed_at=confirmed.taken.at if confirmed else None,
        confirmed_why=confirmed.taken.why if confirmed else "",
        holds=holds,
    )


def member_words(member: int, names: Mapping[int, str]) -> str:
    """Name a member by number, and by name where the settings know it."""
    return f"member {member} ({names[member]})" if member in names else f"member {member}"


def shown_standing(given: Iterable[Standing], now: Now) -> tuple[ShownStanding, ...]:
    """Give every yes given ahead, in the order in which they end."""
    found = [
        ShownStanding(
            standing=one.name,
            rule=one.grant.rule,
            template=one.grant.template,
            channel=one.grant.channel,
            place=one.grant.place,
            audience=one.grant.audience,
            block=one.grant.block,
            until=one.grant.until,
            last=one.last,
            ends=time_words(now, one.last),
            person=one.grant.taken.person,
            at=one.grant.taken.at,
            why=one.grant.taken.why,
            ended=one.ended,
        )
        for one in given
    ]
    return tuple(sorted(found, key=lambda one: (one.last, one.standing)))
