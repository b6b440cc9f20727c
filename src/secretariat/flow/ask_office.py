"""Ask: the office as one screen has it: mandates, yeses given ahead, and people with their roles."""

from dataclasses import dataclass

from secretariat.desk.office import ShownMandate, ShownStanding, shown_mandates, shown_standing
from secretariat.desk.roles import Role
from secretariat.facts.mandates import is_acting
from secretariat.facts.now import Now
from secretariat.flow.context import Context
from secretariat.flow.decide.mandates import why_not_confirm
from secretariat.flow.desk_state import mandates_now, standing_now
from secretariat.flow.now import now_of
from secretariat.flow.people import people
from secretariat.flow.secrets_held import HeldSecret, secrets_held
from secretariat.store.engine import reading


@dataclass(frozen=True, kw_only=True)
class WholeOffice:
    """The office at a moment: ``mandates``, the last recorded first; yeses given ahead that hold (``standing``) and that ``ended``.

    ``people`` are everybody's name with roles, ``secrets`` what is to be rotated when the office changes hands, by name.
    ``acting`` says that no confirmed mandate covers the block of now. ``not_theirs`` says of each mandate that the person who asks
    cannot confirm why that is, roles aside.
    """

    now: Now
    acting: bool
    mandates: tuple[ShownMandate, ...]
    not_theirs: dict[str, str]
    standing: tuple[ShownStanding, ...]
    ended: tuple[ShownStanding, ...]
    people: tuple[tuple[str, tuple[Role, ...]], ...]
    secrets: tuple[HeldSecret, ...]

    @property
    def over(self) -> tuple[ShownMandate, ...]:
        """Give the mandates whose last block is passed."""
        block = self.now.block
        return tuple(one for one in self.mandates if block is not None and one.last < block)


def whole_office(context: Context) -> WholeOffice:
    """Give the office as of now, for the person of the context."""
    known = people(context)
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        mandates = mandates_now(connection)
        given = shown_standing(standing_now(connection, now), now)
    asking = known.get(context.person)
    return WholeOffice(
        now=now,
        acting=is_acting(mandates, now.block),
        mandates=shown_mandates(mandates, known.values(), now),
        not_theirs={one.name: why_not_confirm(context, asking, one) for one in mandates} if asking else {},
        standing=tuple(one for one in given if not one.ended),
        ended=tuple(one for one in reversed(given) if one.ended),
        people=tuple((one.name, one.roles) for one in sorted(known.values(), key=lambda one: one.name.lower())),
        secrets=secrets_held(context),
    )
