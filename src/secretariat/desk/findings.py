"""Findings: what a duty concludes from the facts, with the words that it wants said."""

import hashlib
import re
from dataclasses import asdict, dataclass
from typing import Literal

from secretariat.desk.acts import Channel, Destination, Kind, Mention, Payee, canonical
from secretariat.facts.moments import Moment

Level = Literal["task", "alert"]
Audience = Literal["public", "council", "desk"]
Owner = Literal["secretary", "deputy"]

KEY = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*/[a-z0-9][a-z0-9./-]*")
"""``<duty>/<rule>/<subject>``, in small letters, digits, hyphens and slashes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One thing a finding rests on, in words, and where it is stated (a record's ``source``)."""

    says: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """When something must have happened: the last block that counts, or a date; ``what`` says what is over then."""

    what: str
    block: int | None = None
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One person in words that name several: who, and the words that are theirs alone (``desk.neutrality``)."""

    subject: str
    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unless:
    """Words of another finding, by its key, that say what some words say: one of both goes out.

    They say it where they went out at block ``since`` or later; while they wait to go out, they will.
    """

    finding: str
    since: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Words that a finding wants said in one place. ``part`` tells apart the several of one finding.

    ``template`` names the words' source and ``template_digest`` its bytes, which a standing approval binds to. ``entries`` are the
    people whom the words list, in the order in which they stand; ``people`` is True where words name candidates or applicants.
    ``until`` is the block after which saying it makes no sense any more. ``says_too`` names parts of the same finding, now or at
    another time, whose words these hold too: once these are out, those are not drafted any more. ``counts`` are the words of the text's
    count marks by name, as of now: numbers that change with nearly every block, and are no other text. ``unless`` names another finding
    whose words take the place of these (``desk.one_list``). ``form`` is what the templates say in the text (``desk.filling.Filled``), empty where
    that is not known: nobody reads it, and it makes no other text.
    """

    part: str
    kind: Kind
    channel: Channel
    destination: Destination
    template: str
    template_digest: str
    title: str = ""
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    payees: tuple[Payee, ...] = ()
    entries: tuple[Entry, ...] = ()
    order_seed: str = ""
    until: int | None = None
    says_too: tuple[str, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    unless: Unless | None = None
    form: str = ""

    @property
    def people(self) -> bool:
        """Tell whether the words name candidates or applicants: then no standing approval covers them."""
        return bool(self.entries)

    @property
    def digest(self) -> str:
        """Give the SHA-256 of all that is wanted, marks as marks and without their counts: another digest, another text."""
        lasting = {name: value for name, value in asdict(self).items() if name not in ("counts", "unless", "form")}
        return hashlib.sha256(canonical(lasting).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class HowReached:
    """How the one whom a finding asks is reached, in a sentence each: where a channel does it alone, and where it is left to a place to ring them."""

    member: int
    alone: str
    rung: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What one of those whom a finding asks (``Finding.asks``) has to do by it, where it is not the same for all: in words, until when, and why."""

    member: int
    says: str
    due: Due | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A duty's conclusion. It is open as long as the duty concludes it.

    ``level`` is ``alert`` for what is wrong and ``task`` for what is to be done. ``needs`` names the sources it rests on: while
    one is stale nothing is concluded. ``was`` lists keys under which earlier versions of the program knew it. ``asks`` are the members who have
    something to do by it and are told of it by nobody else than the desk, ``asked`` what each of them has to do where the title does not say it. ``needs_nobody`` says that without words of it nothing is to be done:
    it stays concluded only so that it is the same occasion when it is so again. ``reached`` is added to ``why`` as the contact of whom it asks
    has it (``desk.reach.by_their_way``): a duty knows no contact.
    """

    key: str
    title: str
    why: str
    level: Level = "task"
    owner: Owner = "secretary"
    audience: Audience = "desk"
    due: Due | None = None
    evidence: tuple[Evidence, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    needs: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    asks: tuple[int, ...] = ()
    asked: tuple[Asked, ...] = ()
    needs_nobody: bool = False
    reached: HowReached | None = None

    def __post_init__(self) -> None:
        """Refuse a key that is none and parts that are named twice. Raises ValueError: a rule is wrong then."""
        if not KEY.fullmatch(self.key):
            raise ValueError(f"not the key of a finding: {self.key!r}")
        parts = [one.part for one in self.wanted]
        if len(set(parts)) != len(parts):
            raise ValueError(f"{self.key} wants a part twice: {parts}")

    def counts(self, part: str) -> tuple[tuple[str, str], ...]:
        """Give the counts of a part's text as of now; none for a part that is not wanted any more."""
        return next((one.counts for one in self.wanted if one.part == part), ())

    @property
    def duty(self) -> str:
        """Name the duty that concluded it."""
        return self.key.split("/", 1)[0]

    @property
    def rule(self) -> str:
        """Name the duty and the rule of it: what a standing approval is given for."""
        return "/".join(self.key.split("/", 2)[:2])
