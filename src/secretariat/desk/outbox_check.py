"""Whether the outbox can be as it is: each item's state held against the decisions and the receipts that must have led to it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import get_args

from secretariat.desk.marks import may_be_of
from secretariat.desk.outbox import Item, ItemState, Said
from secretariat.facts.desk_decisions import Approval, Rejection, Rewording, Settlement
from secretariat.facts.moments import Moment

TRIED: frozenset[str] = frozenset({"sent", "unconfirmed", "failed"})
"""States that an item comes to by a try only, or by a person's word on one."""

AFTER_OTHER_WORDS: frozenset[str] = frozenset({"withdrawn", "failed"})
"""States in which an item is left by a no, or by other words: nobody can give one while it is on its way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed:
    """An entry of the journal that a wallet signed an item: its number, the hash of the signed bytes, the account and its nonce."""

    item: int
    extrinsic: str
    account: str = ""
    nonce: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipted:
    """An entry of the journal that an item was sent: its number, the digest of its receipt, and when (machine time, UTC).

    ``said`` is the digest of the words as they were sent: empty where none were kept, None in entries of earlier versions.
    """

    item: int
    receipt: str
    at: Moment
    said: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Queued:
    """An entry of the journal that a text came on its way without another yes, as its yeses became enough; ``seq`` is the entry's number."""

    draft: int
    revision: int
    digest: str
    item: int
    seq: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Decisions:
    """What the journal has that items follow from, each oldest first. ``digests`` are those of the receipts that items have, by number."""

    approvals: Sequence[Approval] = ()
    rejections: Sequence[Rejection] = ()
    rewordings: Sequence[Rewording] = ()
    settlements: Sequence[Settlement] = ()
    signed: Sequence[Signed] = ()
    receipts: Sequence[Receipted] = ()
    queued: Sequence[Queued] = ()
    digests: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """What of items cannot be read, which is told of apart: ``acts`` are numbers, drafts and revisions, ``words`` numbers."""

    acts: Collection[tuple[int, int, int]] = ()
    words: Collection[int] = ()


ALL_READ = Unread()


def contradictions(items: Iterable[Item], decided: Decisions, unread: Unread = ALL_READ) -> Iterator[str]:
    """Say, a sentence each, which states of items cannot follow from what was decided and from the receipts, and which items lack."""
    there = {}
    stored = {number for number, _, _ in unread.acts}
    for item in items:
        there[item.number] = item
        yield from _state(item, decided)
    for number, does in sorted(_named(decided).items()):
        if number not in there and number not in stored:
            yield f"The journal {does} o{number}, and there is no such item in the outbox."
    yield from _another_text(there, decided, {(draft, revision) for _, draft, revision in unread.acts})
    yield from _receipts(there, decided)
    yield from _words({number: item for number, item in there.items() if number not in unread.words}, decided)


def _named(decided: Decisions) -> dict[int, str]:
    """Give every item that the journal names, with what it does to it."""
    return {
        **{
            one.item: f"puts d{one.draft}.{one.revision} on its way as"
            for one in decided.approvals
            if one.item is not None
        },
        **{one.item: f"puts d{one.draft}.{one.revision} on its way as" for one in decided.queued},
        **{one.item: "has a receipt of" for one in decided.receipts},
        **{one.item: "has the signature of" for one in decided.signed},
        **{one.item: "settles" for one in decided.settlements},
    }


def _another_text(there: Mapping[int, Item], decided: Decisions, unread: Set[tuple[int, int]]) -> Iterator[str]:
    """Find the yeses that put a text on its way which no item has. Of earlier versions' only a second one, or one given ahead, tells that."""
    acts, approvals = {(one.draft, one.revision) for one in there.values()} | unread, decided.approvals
    put = [(one.draft, one.revision, one.item, one.taken.seq) for one in approvals]
    put += [(one.draft, one.revision, one.item, one.seq) for one in decided.queued]
    for draft, revision, number, seq in put:
        item = None if number is None else there.get(number)
        if item is not None and (item.draft, item.revision) != (draft, revision):
            yield f"{item.name} is of {item.text_name}, and the journal puts d{draft}.{revision} on its way as that (entry {seq})."
    for yes in approvals:
        text = f"d{yes.draft}.{yes.revision}"
        sends = yes.standing is not None or (yes.second and _completes(yes, approvals))
        if yes.item is None and sends and (yes.draft, yes.revision) not in acts:
            yield f"The journal puts {text} on its way (entry {yes.taken.seq}), and no item in the outbox has it."


def _completes(second: Approval, approvals: Sequence[Approval]) -> bool:
    """Tell whether a second yes came after a first one of another account to the same text: else it put nothing on its way yet."""
    return any(
        not one.second and one.account and one.account != second.account and one.taken.seq < second.taken.seq
        for one in approvals
        if (one.draft, one.revision, one.digest) == (second.draft, second.revision, second.digest)
    )


def _receipts(there: Mapping[int, Item], decided: Decisions) -> Iterator[str]:
    """Hold what was sent against the receipts in the journal; items that were sent before the first of these have none there."""
    known = {one.item: one for one in decided.receipts}
    first = min((one.at for one in decided.receipts), default=None)
    for number, receipt in sorted(known.items()):
        item = there.get(number)
        if item is None:
            continue  # it is told of above
        if item.state != "sent":
            yield f"{item.name} is {item.state}, and the journal has its receipt: it was sent on {receipt.at[:10]}."
        elif decided.digests.get(number) != receipt.receipt:
            yield f"The receipt of {item.name} is not the one that the journal has the digest of."
    said_sent = {one.item for one in decided.settlements if one.how == "sent"}
    for number, item in sorted(there.items()):
        if number in said_sent:
            continue  # what a person says arrived may have the receipt of a try that failed
        if item.state == "sent" and item.receipt and number not in known and first and (item.settled_at or "") > first:
            yield f"{item.name} counts as sent with a receipt, and the journal has no receipt of it."


def _words(there: Mapping[int, Item], decided: Decisions) -> Iterator[str]:
    """Hold the words that are shown as sent against their digest in the journal, and against the text that was approved.

    Until an item arrived there is no digest of its words, so that one alone does not tell what was changed before that.
    """
    settled = {one.item: one.said for one in decided.settlements if one.how == "sent"}
    known = {**settled, **{one.item: one.said for one in decided.receipts}}
    for number, item in sorted(there.items()):
        noted = known.get(number) if item.state == "sent" else None
        if noted is not None and noted != words_digest(item.said):
            what = "are not the ones" if item.said else "are gone, and they were"
            yield f"The words of {item.name} as they went out {what} that the journal has the digest of."
        elif item.said is not None and not _of_its_text(item, item.said):
            yield f"The words of {item.name} as they went out are not those of the text that was approved, apart from its times and counts."


def words_digest(said: Said | None) -> str:
    """Give the digest of the words that were kept as sent; empty where none were."""
    return "" if said is None else said.digest


def _of_its_text(item: Item, said: Said) -> bool:
    """Tell whether words may be those of an item's act: they differ from it by what marks are written out as, and by nothing else."""
    return may_be_of(item.act.title, said.title) and may_be_of(item.act.text, said.text)


def _state(item: Item, decided: Decisions) -> Iterator[str]:
    if item.state not in get_args(ItemState):
        yield f"{item.name} has the state {item.state[:40]!r}, which there is none of."
    if item.state == "withdrawn" and not (item.settled_at and item.why):
        yield f"{item.name} is withdrawn, and neither when nor why stands with it: nobody took it back."
    if item.receipt and item.state in ("queued", "signing", "claimed", "withdrawn"):
        yield f"{item.name} is {item.state}, and it has a receipt: what has one was sent."
    settled = [one for one in decided.settlements if one.item == item.number]
    last = settled[-1] if settled else None
    said_sent = last is not None and last.how == "sent"
    if item.state == "sent" and not item.receipt and not said_sent:
        yield f"{item.name} counts as sent, and it has no receipt, nor did a person say that it arrived."
    if said_sent and item.state != "sent":
        yield f"{item.name} is {item.state}, and the last word on it in the journal is that it arrived."
    yield from _tried(item, decided, said_sent)
    yield from _not_wanted(item, decided, last)


def _tried(item: Item, decided: Decisions, said_sent: bool) -> Iterator[str]:
    """Find what came of a try that there never was: of sending, or on the chain of a wallet's signature."""
    if item.act.channel != "chain":
        if item.state in TRIED and not item.tries and not said_sent:
            yield f"{item.name} is {item.state}, and nobody ever tried to send it."
        return
    signed = {one.extrinsic for one in decided.signed if one.item == item.number}
    if item.extrinsic is not None and item.extrinsic not in signed:
        yield f"{item.name} has the transaction {item.extrinsic}, and the journal has no signature of it."
    elif item.extrinsic is None and item.state in TRIED and not said_sent:
        yield f"{item.name} is {item.state}, and no wallet signed it."


def _not_wanted(item: Item, decided: Decisions, last: Settlement | None) -> Iterator[str]:
    """Find what goes on although a person said no, or put other words in its place, and nobody settled it since."""
    if item.state in AFTER_OTHER_WORDS or (item.state == "sent" and item.extrinsic is not None):
        return  # what a wallet signed may come into a block, whatever was decided since
    since = 0 if last is None else last.taken.seq or 0
    ends = [
        (one.taken, "said no to it")
        for one in decided.rejections
        if (one.draft, one.revision) == (item.draft, item.revision)
    ] + [
        (one.taken, "put other words in its place")
        for one in decided.rewordings
        if one.draft == item.draft and one.revision > item.revision
    ]
    for taken, what in ends:
        if (taken.seq or 0) > since:
            yield f"{item.name} is {item.state}, and {taken.person} {what} (entry {taken.seq})."
            return
