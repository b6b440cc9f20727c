"""Ask: one text of a draft as a person weighs it: concerns where they stand, and what changed since the text before."""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.desk.acts import Act
from secretariat.desk.approvals import never_ahead
from secretariat.desk.concerned import Stretch, about_all, stretches
from secretariat.desk.differences import Piece, differences
from secretariat.desk.drafts import Draft, DraftUnknown, counts_of, named
from secretariat.desk.findings import Wanted
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.outbox import Said
from secretariat.desk.times import told
from secretariat.flow.context import Context
from secretariat.flow.now import now_of
from secretariat.flow.who_stands import concerns_now
from secretariat.store.desk import findings_numbered, revisions_of
from secretariat.store.engine import reading
from secretariat.store.outbox import items_of


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """One text with its concerns: those about all of it as sentences, the others where they stand.

    Of words that went out, which are shown as they were sent, every concern is a sentence.
    ``before`` is how it differs from the text before it, ``newer`` how the words that its finding wants now differ from it; both
    empty where there is no other text. ``never_ahead`` says why no yes can be given ahead to words like these; empty where one can.
    """

    title: tuple[Stretch, ...]
    text: tuple[Stretch, ...]
    whole: tuple[str, ...]
    concerns: int
    before: tuple[Piece, ...]
    newer: tuple[Piece, ...]
    never_ahead: str


def weigh(context: Context, name: str) -> Weighed:
    """Give one text of a draft by its name. Raises DraftUnknown."""
    number, revision = named(name)
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        texts = [known.draft for known in revisions_of(connection, number)]
        findings = findings_numbered(connection, {draft.finding for draft in texts})
        place = next((at for at, draft in enumerate(texts) if draft.act.revision == revision), None)
        if place is None:
            raise DraftUnknown(f"There is no text {name}.")
        draft = texts[place]
        found = concerns_now(connection, draft)
        items = [one for one in items_of(connection, [number]) if one.revision == revision]
    counts = counts_of(findings[0].finding, draft)
    out = items[-1].words_out if items else None
    return _weighed(draft, texts[place - 1] if place else None, found, out, lambda text: told(text, now, counts))


def _weighed(
    draft: Draft, previous: Draft | None, found: tuple[Concern, ...], out: Said | None, tell: Callable[[str], str]
) -> Weighed:
    act = draft.act
    of = {where: [one for one in found if one.where == where] for where in ("title", "text")}
    whole = [one.says for one in found if out is not None or _is_whole(one, draft)]
    own = _words(draft.act, tell) if out is None else _words(out, str)
    return Weighed(
        title=stretches(act.title, of["title"], tell) if out is None else (Stretch(text=out.title),),
        text=stretches(act.text, of["text"], tell) if out is None else (Stretch(text=out.text),),
        whole=tuple(dict.fromkeys(whole)),
        concerns=len(found),
        before=() if previous is None else differences(_words(previous.act, tell), own),
        newer=() if draft.newer is None else differences(own, _words(draft.newer, tell)),
        never_ahead=never_ahead(draft),
    )


def _is_whole(concern: Concern, draft: Draft) -> bool:
    return about_all(concern, len(draft.act.title if concern.where == "title" else draft.act.text))


def _words(of: Act | Wanted | Said, tell: Callable[[str], str]) -> str:
    """Give title and text as one, marks written out: what is compared is what people read."""
    return tell(f"{of.title}\n\n{of.text}" if of.title else of.text)
