"""Decisions at the desk as the journal keeps them: one frozen value for each, read back as facts."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """When (the machine's time, UTC), by whom and why a decision was taken; ``seq`` is its entry's number, 0 before it has one."""

    at: Moment
    person: str
    why: str = ""
    seq: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class MetConcern:
    """A concern that a yes was given despite: its code and, of a text that is for everybody, the words it was about."""

    code: str
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """A yes to one text. ``digest`` is that of its act.

    ``account`` is the person's public key, empty where the settings have none. A ``second`` yes is a signature of that key.
    ``standing`` is the number of the standing approval that says yes, where no person looked at this very text. ``despite`` is
    the public reason for a yes to words that the neutrality gate had concerns about; empty where it had none; then ``concerns`` are these and ``block`` the one at which it was said, each None otherwise and
    in entries of earlier versions. ``newer`` is the digest of
    the words that the finding wanted then beside a person's own; empty where it wanted no others. ``item`` is the number of the outbox
    item that it put on its way; None where another yes is missing, and in entries of earlier versions.
    """

    taken: Taken
    draft: int
    revision: int
    digest: str
    account: str = ""
    second: bool = False
    signature: str = ""
    standing: int | None = None
    despite: str = ""
    newer: str = ""
    item: int | None = None
    block: int | None = None
    concerns: tuple[MetConcern, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejection:
    """A no to one text."""

    taken: Taken
    draft: int
    revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewording:
    """Other words for a draft: its new revision and that act's digest. The words stand with the draft."""

    taken: Taken
    draft: int
    revision: int
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Snooze:
    """A finding put aside until a block or a moment (one of the two)."""

    taken: Taken
    finding: int
    until_block: int | None = None
    until: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """What a person knows of an item that is unconfirmed or failed: it arrived, or it is to be sent again.

    ``said`` is the digest of the words that were kept as sent: empty where none were, None in entries of earlier versions.
    """

    taken: Taken
    item: int
    how: Literal["sent", "send-again"]
    said: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingGrant:
    """A yes given ahead to the words of one template of one rule, for one place of one channel and one audience.

    ``until`` is the last block it holds at, ``block`` the one at which it was given, ``member`` the membership of who gave it. Its
    number is its entry's.
    """

    taken: Taken
    rule: str
    template: str
    template_digest: str
    channel: str
    place: str
    audience: str
    block: int
    until: int
    member: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingRevocation:
    """A standing approval taken back, by its number."""

    taken: Taken
    standing: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnNote:
    """Something a person promised, heard or was asked: ``number`` counts them from 1.

    It is due at a block or a moment, or, where it comes back in each term, so many blocks after the term's first. ``owner`` is whose
    task it becomes, ``audience`` whom it is for, in the words of findings.
    """

    KIND: ClassVar[str] = "own-note"

    taken: Taken
    number: int
    text: str
    due_block: int | None = None
    due_at: Moment | None = None
    each_term: bool = False
    blocks_into_term: int | None = None
    owner: Literal["secretary", "deputy"] = "secretary"
    audience: Literal["public", "council", "desk"] = "desk"


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteDone:
    """A note is done with; of one that comes back, in the term that begins with ``term``."""

    KIND: ClassVar[str] = "note-done"

    taken: Taken
    number: int
    term: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnWords:
    """Words that a person wrote to be sent: ``number`` counts them from 1.

    ``kind`` and ``channel`` are an act's; the rest says where they go.
    """

    taken: Taken
    number: int
    kind: str
    channel: str
    text: str
    title: str = ""
    place: str = ""
    category: int | None = None
    thread: int | None = None
    proposal: int | None = None
    replies_to: int | None = None
    member_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WordsWithdrawn:
    """A person's own words taken back, by their number; nothing of them is drafted or sent any more."""

    taken: Taken
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateRecord:
    """Who holds the office, by member ids, from a first to a last block, and the proposal that elected them."""

    KIND: ClassVar[str] = "mandate-record"

    taken: Taken
    secretary: int
    first: int
    last: int
    deputy: int | None = None
    proposal: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateConfirmation:
    """Somebody of the council says that a recorded mandate is so; ``record`` is the number of the record's entry.

    ``block`` is the one at which it was said, None where the chain was not read.
    """

    taken: Taken
    record: int
    block: int | None = None
