"""Whether the texts are those that people decided about: there, with the digest that they said yes to, and by whom they are said to be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.acts import Act, digest
from secretariat.desk.findings import Wanted
from secretariat.desk.marks import may_be_of
from secretariat.desk.outbox_check import Decisions
from secretariat.facts.desk_decisions import Rewording


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredText:
    """One text as it is stored; ``act`` and ``wanted`` are None where they cannot be read. ``person`` reworded it, empty for nobody."""

    draft: int
    revision: int
    digest: str
    person: str
    act: Act | None
    wanted: Wanted | None

    @property
    def name(self) -> str:
        """Give the name it is approved by: ``d34.2``."""
        return f"d{self.draft}.{self.revision}"


def contradictions_of_texts(texts: Sequence[StoredText], decided: Decisions) -> Iterator[str]:
    """Say, a sentence each, which texts are not what their digest and the journal say, and which the journal knows and are not there."""
    for text in texts:
        if text.act is None:
            continue  # that it cannot be read is told already
        if digest(text.act) != text.digest:
            yield f"The text {text.name} is not the one that its digest was taken of."
        elif text.act.revision != text.revision:
            yield f"The text {text.name} is that of revision {text.act.revision}."
    there = {(one.draft, one.revision): one for one in texts}
    yield from _decided_about(there, decided)
    yield from _by_whom(there, decided.rewordings)


def _decided_about(there: Mapping[tuple[int, int], StoredText], decided: Decisions) -> Iterator[str]:
    """Hold the texts against every decision about one, once for each text."""
    told = set()
    for does, decisions in (
        ("said yes to", decided.approvals),
        ("reworded", decided.rewordings),
        ("said no to", decided.rejections),
    ):
        for one in decisions:
            key, known = (one.draft, one.revision), there.get((one.draft, one.revision))
            noted = getattr(one, "digest", None)  # a no has none
            if key in told or (known is not None and noted in (None, known.digest)):
                continue
            told.add(key)
            name = f"d{one.draft}.{one.revision}"
            who = f"{one.taken.person} {does}"
            if known is None:
                yield f"{who} {name} (entry {one.taken.seq}), and there is no such text."
            else:
                yield f"The text {name} is not the one that {who} (entry {one.taken.seq}): it has another digest."


def _by_whom(there: Mapping[tuple[int, int], StoredText], rewordings: Iterable[Rewording]) -> Iterator[str]:
    """Find texts that are said to be somebody's who did not write them, and those of a person that are said to be the program's.

    A text keeps whose it is when it is drafted anew; a rewording makes it that person's, or the program's where they took newer words.
    """
    by = {(one.draft, one.revision): one.taken.person for one in rewordings}
    for (draft, revision), text in sorted(there.items()):
        before = there.get((draft, revision - 1))
        writer = by.get((draft, revision))
        can = before.person if writer is None and before is not None else writer or ""
        if text.person and text.person != can:
            yield f"The text {text.name} is said to be {text.person}'s words, and the journal does not say that {text.person} wrote it."
        elif writer and not text.person and not _of_program(text):
            yield f"The text {text.name} is said to be the program's, and the journal says that {writer} reworded it."


def _of_program(text: StoredText) -> bool:
    """Tell whether a text may be what its finding wanted, in the program's own words."""
    act, wanted = text.act, text.wanted
    if act is None or wanted is None:
        return True  # nobody can tell; that it cannot be read is told
    return may_be_of(wanted.title, act.title) and may_be_of(wanted.text, act.text)
