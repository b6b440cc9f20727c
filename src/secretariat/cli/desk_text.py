"""The desk as lines for a terminal: tasks, drafts, items and what people decided about them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secretariat.desk.acts import Destination
    from secretariat.desk.shown import ShownDraft, ShownEntry, ShownTask
    from secretariat.desk.shown_item import ShownItem
    from secretariat.flow.ask_desk import Item

WENT_OUT = ("claimed", "sending", "sent", "unconfirmed")

NOTHING_DUE = "Nothing is on the desk. `secretariat review` works out what is due."


def task_lines(tasks: Sequence["ShownTask"], nothing: str) -> Iterator[str]:
    """Give two lines for each task: its name, title and state; when it is due and what stands ready."""
    if not tasks:
        yield nothing
    for task in tasks:
        alert = "ALERT  " if task.level == "alert" else ""
        closed = "  (closed)" if task.closed_at else ""
        yield f"{task.task:<5} {alert}{task.title}{closed}"
        if task.due is not None:
            over = "  OVER" if task.due.passed else ""
            yield f"      due {task.due.words}{over}"
        yield f"      {' and '.join(task.owners)}{_ready(task)}"
        if task.snoozed is not None:
            yield f"      {_snoozed(task)}"


def _ready(task: "ShownTask") -> str:
    texts = "".join(f", {text.draft} for {text.channel} is {text.state}" for text in task.drafts)
    return texts + "".join(f", {part} is not drafted yet" for part in task.undrafted)


def _snoozed(task: "ShownTask") -> str:
    snoozed = task.snoozed
    if snoozed is None:
        return ""
    until = snoozed.until if snoozed.until_block is None else f"block {snoozed.until_block:,}"
    return f"put aside until {until} by {snoozed.person}: {snoozed.why}"


def draft_lines(drafts: Sequence["ShownDraft"]) -> Iterator[str]:
    """Give two lines for each draft: its name, state and where it goes; the beginning of its words and what it lacks."""
    if not drafts:
        yield "No draft waits."
    for draft in drafts:
        yield f"{draft.draft:<6} {draft.state:<11} {draft.kind} to {destination_words(draft.channel, draft.destination)}  ({draft.task})"
        yield f"       {_beginning(draft.title or draft.text)}"
        if draft.concerns:
            n = len(draft.concerns)
            yield f"       not neutral as it stands ({n} {'concern' if n == 1 else 'concerns'}): secretariat show {draft.draft}"
        if draft.lacks:
            yield f"       needs {draft.lacks}"
        if draft.complete:
            yield f"       {draft.complete}"
        if draft.item_why:
            yield f"       {draft.item}: {draft.item_why}"
        if draft.newer_text is not None:
            yield "       other words are wanted now; they stand beside these"


def _beginning(text: str, longest: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def destination_words(channel: str, destination: "Destination") -> str:
    """Say where an act goes in a few words."""
    parts = [channel]
    if destination.place:
        parts.append(destination.place)
    for name in ("category", "thread", "proposal"):
        number = getattr(destination, name)
        if number is not None:
            parts.append(f"{name} {number}")
    if destination.replies_to is not None:
        parts.append(f"answering {destination.replies_to}")
    if destination.group:
        parts.append(destination.group)
    if destination.member_id is not None:
        parts.append(f"as member {destination.member_id}")
    return ", ".join(parts)


def item_lines(found: "Item") -> Iterator[str]:
    """Give everything about one thing."""
    if found.task is not None:
        yield from _task(found.task)
    if found.draft is not None:
        yield from _draft(found.draft, found.revisions)
    if found.item is not None:
        yield from _item(found.item)
    yield from _history(found.history)


def _task(task: "ShownTask") -> Iterator[str]:
    yield from task_lines([task], "")
    yield f"      key {task.key}, for {task.audience}"
    block = "" if task.opened_block is None else f" at block {task.opened_block:,}"
    yield f"      opened {task.opened_at}{block}, last changed {task.changed_at}"
    if task.closed_at is not None:
        yield f"      closed {task.closed_at}: {task.closed_why}"
    for waiting in task.waiting:
        yield f"      {waiting.part} waits: {waiting.why}"
    if task.own and task.closed_at is None:
        taken = "take the words back" if task.own.startswith("w") else "done with it"
        yield f"      {taken}: secretariat note done {task.own}"
    yield ""
    yield from _block("Why", task.why)
    if task.evidence:
        yield "Evidence:"
        for each in task.evidence:
            yield f"  {each.says}  [{each.source}]"


def _draft(draft: "ShownDraft", revisions: Sequence["ShownDraft"]) -> Iterator[str]:
    where = destination_words(draft.channel, draft.destination)
    newest = "" if draft.newest else f" (changed since; the newest is {revisions[-1].draft})"
    yield f"{draft.draft}  {draft.state}{newest}  {draft.kind} to {where}"
    yield f"  for {draft.task} {draft.key}, words by {draft.by or 'the program'} of {draft.created_at}"
    if draft.due is not None:
        yield f"  due {draft.due.words}"
    if draft.until is not None:
        yield f"  makes sense until block {draft.until:,}"
    yield f"  SHA-256 of the act: {draft.digest}"
    yield from _answers(draft)
    for payee in draft.payees:
        yield f"  {payee.tokens} tokens to {payee.account or 'the group'}"
    for mention in draft.mentions:
        yield f"  rings {mention.kind} {mention.id}"
    if draft.call is not None:
        yield f"  call {draft.call if len(draft.call) <= 130 else draft.call[:128] + '…'}"
    yield ""
    if draft.title:
        yield from _block("Title", draft.title)
    state = draft.state if draft.newest else ""
    yield from _block(_text_name(state, as_sent=draft.as_sent or draft.channel == "chain"), draft.text)
    if draft.newer_text is not None:
        yield from _block("What is wanted now (take it with: secretariat reword --take-newer)", draft.newer_text)
    if len(revisions) > 1:
        yield f"Texts: {', '.join(each.draft for each in revisions)}"


def _answers(draft: "ShownDraft") -> Iterator[str]:
    if draft.withdrawn_why:
        yield f"  withdrawn: {draft.withdrawn_why}"
    if draft.approved_by:
        yield f"  yes by {', '.join(draft.approved_by)}"
    for concern in draft.concerns:
        words = f" “{_beginning(concern.words)}”" if concern.words else ""
        yield f"  not neutral ({concern.where}, {concern.start} to {concern.end}): {concern.says}{words}"
    if draft.item:
        yield f"  in the outbox as {draft.item}{f': {draft.item_why}' if draft.item_why else ''}"
    if draft.lacks:
        yield f"  needs {draft.lacks}"
    if draft.complete:
        yield f"  {draft.complete}"
    if draft.to_sign:
        yield f"  a second person signs: {draft.to_sign}"


def _item(item: "ShownItem") -> Iterator[str]:
    yield f"{item.item}  {item.state}  {item.kind} to {destination_words(item.channel, item.destination)}  ({item.draft})"
    yield f"  queued {item.queued_at}, {item.tries} {'try' if item.tries == 1 else 'tries'}"
    if item.not_before is not None:
        yield f"  not before {item.not_before}"
    if item.settled_at is not None:
        yield f"  settled {item.settled_at}"
    if item.receipt:
        yield f"  receipt {item.receipt_words or item.receipt}"
    if item.why:
        yield f"  {item.why}"
    if item.looked:
        yield f"  {item.looked}"
    if item.extrinsic:
        yield f"  extrinsic {item.extrinsic}"
    yield f"  SHA-256 of the act: {item.digest}"
    yield ""
    if item.title:
        yield from _block("Title", item.title)
    yield from _block(_text_name(item.state, as_sent=item.as_sent or item.channel == "chain"), item.text)


def _text_name(state: str, *, as_sent: bool) -> str:
    """Say of what moment the words are: of their sending, or of now where they did not go out or were not kept."""
    if as_sent:
        return "Text"
    not_kept = "it went out before the desk kept its words: " if state in WENT_OUT else ""
    return f"Text ({not_kept}times and counts are those of now)"


def _block(name: str, text: str) -> Iterator[str]:
    yield f"{name}:"
    for line in text.split("\n"):
        yield f"  {line}"


def _history(entries: Sequence["ShownEntry"]) -> Iterator[str]:
    if not entries:
        return
    yield "Decisions:"
    for entry in entries:
        yield entry_line(entry)


def entry_line(entry: "ShownEntry") -> str:
    """Give one entry of the journal as a line."""
    why = f": {_beginning(entry.why, 200)}" if entry.why else ""
    return f"  {entry.seq:>5}  {entry.at}  {entry.person}  {entry.action}  {entry.subject}{why}"
