"""An outbox item as people see it: what became of it, in which words, and what the desk knows of one that is unconfirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.desk.acts import Destination
from secretariat.desk.hand_off import receipt_words, tries_of
from secretariat.desk.outbox import Item, look_words
from secretariat.desk.times import told
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownItem:
    """An approved act on its way, and what became of it. ``receipt_words`` say a receipt of the chain; empty for any other.

    ``as_sent`` says that title and text are the very words that went out, or may have; else their times and counts are those of now.
    ``looked`` says what looking at the channel showed of an unconfirmed item: when it was looked at last, and up to which moment it was not
    there (None where it could not be read).
    """

    item: str
    draft: str
    state: str
    kind: str
    channel: str
    destination: Destination
    title: str
    text: str
    as_sent: bool
    digest: str
    queued_at: Moment
    not_before: Moment | None
    tries: int
    settled_at: Moment | None
    receipt: str
    receipt_words: str
    why: str
    looked_at: Moment | None
    not_there_until: Moment | None
    looked: str
    extrinsic: str | None


def shown_item(item: Item, now: Now, counts: Iterable[tuple[str, str]] = ()) -> ShownItem:
    """Give an item with the words that went out; else with times and counts written out as of now."""
    out = item.words_out
    return ShownItem(
        item=item.name,
        draft=f"d{item.draft}.{item.revision}",
        state=item.state,
        kind=item.act.kind,
        channel=item.act.channel,
        destination=item.act.destination,
        title=told(item.act.title, now, counts) if out is None else out.title,
        text=told(item.act.text, now, counts) if out is None else out.text,
        as_sent=out is not None,
        digest=item.digest,
        queued_at=item.queued_at,
        not_before=item.not_before,
        tries=tries_of(item.request) if item.act.channel == "chain" else item.tries,
        settled_at=item.settled_at,
        receipt=item.receipt,
        receipt_words=receipt_words(item.receipt),
        why=item.why,
        looked_at=item.looked.at if item.looked else None,
        not_there_until=item.looked.until if item.looked else None,
        looked=look_words(item),
        extrinsic=item.extrinsic,
    )
