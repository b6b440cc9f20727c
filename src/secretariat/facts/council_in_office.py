"""The council in office: its number and the first block of its term."""

from dataclasses import dataclass

from secretariat.errors import SecretariatError
from secretariat.facts.council_stages import StateWrong, current_span
from secretariat.facts.council_terms import council_terms
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.schedule import StageSpan
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import stages_of

SYNC = "Run `secretariat sync`; `secretariat status` says what is behind."
KINDS = ("stored-council", "elected-council", "council-seat", "election-cycle")
"""The kinds of fact that tell it."""


class NotKnown(SecretariatError):
    """The facts do not say which council is in office since when; the message says why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InOffice:
    """The council in office. ``number`` is 0 before the first election; ``first`` is the first block of its term."""

    number: int
    first: int


def council_in_office(snapshot: Snapshot, head: int | None) -> tuple[InOffice, StageSpan]:
    """Give the council in office and the present stage. Raises NotKnown.

    An idle stage begins with an election, but for the one at genesis; so a council that the query node does not tell of yet is
    counted. An election that begins anew leaves the council, and its term, as they are.
    """
    stored = next(iter(snapshot.of(StoredCouncil)), None)
    if head is None or stored is None:
        raise NotKnown("The chain was not read yet. Configure [chain] and run `secretariat sync`.")
    try:
        span = current_span(*stages_of(stored.fact), head)
    except StateWrong as error:
        raise NotKnown(f"{error}. {SYNC}") from error
    terms = council_terms(snapshot)
    if not terms and not snapshot.of(ElectedCouncil):
        raise NotKnown("The query node was not read yet. Configure [query_node] and run `secretariat sync`.")
    newest = terms[-1] if terms else None
    start = 0 if newest is None else newest.start_block
    if start is None:
        raise NotKnown(f"The block in which the newest council was elected is not known. {SYNC}")
    number = 0 if newest is None else newest.term
    if span.stage == "idle" and stored.fact.cycle and span.begins > start:
        return InOffice(number=number + 1, first=span.begins), span
    return InOffice(number=number, first=start), span
