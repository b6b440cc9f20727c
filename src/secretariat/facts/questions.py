"""Questions on the forum and in proposals' discussions, as people of the desk decided about them: dismissed, or open again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.desk_decisions import Taken

Where = Literal["thread", "proposal"]
"""A post is in a thread of the forum, or in the discussion of a proposal: the two number their posts apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionDismissed:
    """A post's question needs no answer, as a person looked at it; not ``dismissed``: it waits for one again. The last one counts."""

    KIND: ClassVar[str] = "question-dismissed"

    taken: Taken
    where: Where
    post: int
    dismissed: bool = True


def dismissed_now(decided: Iterable[QuestionDismissed]) -> Mapping[tuple[Where, int], QuestionDismissed]:
    """Give what is dismissed, by where and post, of decisions in any order."""
    last = {(one.where, one.post): one for one in sorted(decided, key=lambda each: each.taken.seq)}
    return {place: one for place, one in last.items() if one.dismissed}
