"""Yeses given despite concerns, for everybody to read: what is told of each, and what is not of a message that is not for all."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from secretariat.desk.acts import ON_CHAIN, Act
from secretariat.desk.concerned import about_all
from secretariat.desk.contacts import member_of
from secretariat.desk.neutrality.gate import Concern
from secretariat.facts.desk_decisions import Approval, MetConcern
from secretariat.facts.moments import Moment
from secretariat.facts.tables import BLOCK, LONG_TEXT, MOMENT, TEXT, Column, Table

PRIVATE = "a private message"
"""All that is said of what a text is and where it goes, where it is not for everybody."""


def for_all(act: Act, public_places: Container[tuple[str, str]]) -> bool:
    """Tell whether everybody can read a text where it goes: on the chain, or in one of these places (channel and name).

    Mail, and what goes to one member, never is.
    """
    if act.kind in ON_CHAIN:
        return True
    place = act.destination.place
    of_one = act.channel == "email" or member_of(place) is not None
    return not of_one and (act.channel, place) in public_places


def met(found: Iterable[Concern], act: Act, *, public: bool) -> tuple[MetConcern, ...]:
    """Give concerns as the journal keeps them with a yes; the words they are about only of a text that is for everybody."""
    return tuple(MetConcern(code=one.code, words=_words(one, act) if public else "") for one in found)


def _words(one: Concern, act: Act) -> str:
    text = act.title if one.where == "title" else act.text
    return one.words or ("" if about_all(one, len(text)) else text[one.start : one.end])


@dataclass(frozen=True, kw_only=True, slots=True)
class DespiteYes:
    """One yes despite concerns, with its act: None where that is not for everybody. ``arrived`` is when it did, by its channel's receipt (UTC); None before."""

    yes: Approval
    act: Act | None
    arrived: Moment | None = None


def _place(act: Act) -> str:
    """Say where a text for everybody goes."""
    to = act.destination
    named = [(name, getattr(to, name)) for name in ("category", "thread", "proposal", "replies_to")]
    numbers = [f"{_NUMBERED[name]} {number}" for name, number in named if number is not None]
    return ", ".join([act.channel, *([to.place] if to.place else []), *numbers, *([to.group] if to.group else [])])


_NUMBERED = {"category": "category", "thread": "thread", "proposal": "proposal", "replies_to": "answering post"}


def _codes(one: DespiteYes) -> str:
    return ", ".join(dict.fromkeys(each.code for each in one.yes.concerns or ()))


def _told_words(one: DespiteYes) -> str:
    if one.act is None or one.arrived is None:
        return ""
    return "; ".join(dict.fromkeys(f"“{each.words}”" for each in one.yes.concerns or () if each.words))


_JOURNAL = "journal of the desk"


def despite_table(yeses: Iterable[DespiteYes]) -> Table[DespiteYes]:
    """Describe the table of yeses despite concerns, oldest first. Of a message that is not for everybody it tells day, codes and reason."""
    rows = tuple(yeses)
    return Table(
        name="yeses_despite_concerns",
        title="Yeses despite concerns",
        description="Each yes that a person gave to words about whose neutrality there were concerns, with the reason. "
        "Of a private message only the day, the codes and the reason are told.",
        columns=_COLUMNS,
        rows=lambda _: rows,
    )


_COLUMNS: tuple[Column[DespiteYes], ...] = (
    Column(
        name="said_at",
        description="When the yes was given; of a private message the day alone, as its first moment",
        unit=MOMENT,
        value=lambda one: one.yes.taken.at if one.act else f"{one.yes.taken.at[:10]}T00:00:00Z",
        source=_JOURNAL,
    ),
    Column(
        name="block",
        description="The block at which it was given; of a private message not told",
        unit=BLOCK,
        value=lambda one: one.yes.block if one.act else None,
        source=_JOURNAL,
    ),
    Column(
        name="person",
        description="Who gave it, as the settings of the desk name them; of a private message not told",
        unit=TEXT,
        value=lambda one: one.yes.taken.person if one.act else None,
        source=_JOURNAL,
    ),
    Column(
        name="what",
        description=f"The kind of text that the yes is to, `{PRIVATE}` where it is not for everybody",
        unit=TEXT,
        value=lambda one: one.act.kind if one.act else PRIVATE,
        source="text at the desk",
    ),
    Column(
        name="place",
        description="Where everybody can read it once it has arrived; of a private message not told",
        unit=TEXT,
        value=lambda one: _place(one.act) if one.act else None,
        source="text at the desk",
    ),
    Column(
        name="arrived_at",
        description="When it had arrived there, by the receipt of its channel; empty before, and of a private message",
        unit=MOMENT,
        value=lambda one: one.arrived if one.act else None,
        source="outbox of the desk",
    ),
    Column(
        name="concerns",
        description="The codes of the concerns (docs/contracts/check-text.md); empty of a yes from before they were kept",
        unit=TEXT,
        value=_codes,
        source=_JOURNAL,
    ),
    Column(
        name="words",
        description="The words that the concerns are about; empty before the text has arrived, and of a private message",
        unit=LONG_TEXT,
        value=_told_words,
        source=_JOURNAL,
    ),
    Column(
        name="reason",
        description="Why the words go out all the same, as the person said it",
        unit=LONG_TEXT,
        value=lambda one: one.yes.despite,
        source=_JOURNAL,
    ),
    Column(
        name="source",
        description="The entry of the desk's journal that has the yes",
        unit=TEXT,
        value=lambda one: f"journal {one.yes.taken.seq}",
        source=_JOURNAL,
    ),
)
