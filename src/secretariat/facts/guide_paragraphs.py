"""Paragraphs of guidance that the office writes, each with from when until when it holds and what it is about, and their state now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.proposal_parameters import CODEX, constant_of
from secretariat.facts.proposal_types import BY_NAME
from secretariat.facts.runtime_constants import changed_constants, constants_of_spec
from secretariat.facts.snapshot import Snapshot

PARAGRAPHS = "guide-paragraphs"
"""The format of a file of paragraphs."""

State = Literal["current", "to come", "outdated", "stale", "not known"]

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "council": ("Council.", "Referendum."),
    "elections": ("Council.", "Referendum."),
    "proposals": ("ProposalsEngine.", "ProposalsCodex.", "ProposalsDiscussion."),
    "membership": ("Members.",),
    "forum": ("Forum.",),
    "validators": ("Staking.",),
    "funding-request": ("ProposalsCodex.FundingRequestProposalMax",),
    "set-max-validator-count": ("ProposalsCodex.SetMaxValidatorCountProposalMax",),
    "set-referral-cut": ("Members.ReferralCut",),
}
"""Beginnings of the constants that a subject rests on; a type of proposal rests on its parameters and the engine's besides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bound:
    """A border of validity, which belongs to it: a block, a date in UTC, or a spec version. One of the three is given."""

    block: int | None = None
    date: Moment | None = None
    spec_version: int | None = None

    @property
    def words(self) -> str:
        """Say it."""
        if self.block is not None:
            return f"block {self.block:,}"
        return f"spec version {self.spec_version}" if self.date is None else f"{self.date}"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideParagraph:
    """One paragraph. ``subject`` is a type of proposal, a word of ``SUBJECTS``, a pallet, a constant, or anything else.

    ``spec_version`` is the runtime that its words were last held against; where it is not given, that of ``valid_since``.
    ``despite`` is why it stands on pages although there are concerns about its neutrality, for everybody to read; empty for no reason.
    """

    KIND: ClassVar[str] = "guide-paragraph"

    id: str
    subject: str
    text: str
    valid_since: Bound
    valid_until: Bound | None = None
    spec_version: int | None = None
    source: str = ""
    despite: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Give the paragraphs of the text as pages have them, each in one line."""
        parts = self.text.replace("\r\n", "\n").split("\n\n")
        return tuple(" ".join(part.split()) for part in parts if part.strip())

    @property
    def written_for(self) -> int | None:
        """Give the runtime that it was written for, or held against last; None where it does not say."""
        return self.valid_since.spec_version if self.spec_version is None else self.spec_version


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphConcern:
    """One thing that is not neutral in the paragraph with this ``id``: the gate's code, its reason, and the words that it is about.

    ``in_reason`` tells that they stand in the reason why it stands despite others.
    """

    KIND: ClassVar[str] = "guide-paragraph-concern"

    id: str
    code: str
    says: str
    words: str
    in_reason: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphsWrong:
    """A file of paragraphs that cannot be used, and why."""

    KIND: ClassVar[str] = "guide-paragraphs-wrong"

    path: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A paragraph with its state now, and why in a sentence; ``why`` is empty for a current one."""

    paragraph: GuideParagraph
    state: State
    why: str = ""


def judged(paragraph: GuideParagraph, now: Now, snapshot: Snapshot) -> Judged:
    """Tell the state of a paragraph.

    One within its borders is stale where the runtime in force is a later one than it was written for, and a constant of its subject
    is another now; where that cannot be told, its state is not known.
    """
    since, until = paragraph.valid_since, paragraph.valid_until
    begun = _reached(since, now)
    ended = None if until is None else _passed(until, now)
    if begun is None or (until is not None and ended is None):
        return Judged(
            paragraph=paragraph, state="not known", why="What it is valid by is not known now: the chain was not read."
        )
    if not begun:
        return Judged(paragraph=paragraph, state="to come", why=f"It is valid from {since.words} on.")
    if until is not None and ended:
        return Judged(paragraph=paragraph, state="outdated", why=f"It was valid until {until.words}.")
    return _by_runtime(paragraph, now, snapshot)


def _reached(bound: Bound, now: Now) -> bool | None:
    if bound.date is not None:
        return now.at[:10] >= bound.date
    here, there = (now.block, bound.block) if bound.block is not None else (now.spec_version, bound.spec_version)
    return None if here is None or there is None else here >= there


def _passed(bound: Bound, now: Now) -> bool | None:
    if bound.date is not None:
        return now.at[:10] > bound.date
    here, there = (now.block, bound.block) if bound.block is not None else (now.spec_version, bound.spec_version)
    return None if here is None or there is None else here > there


def _by_runtime(paragraph: GuideParagraph, now: Now, snapshot: Snapshot) -> Judged:
    written, current = paragraph.written_for, now.spec_version
    if written is None:
        return Judged(
            paragraph=paragraph, state="not known", why="It does not say for which spec version it was written."
        )
    if current is None:
        return Judged(
            paragraph=paragraph, state="not known", why="The runtime in force is not known: the chain was not read."
        )
    if written == current:
        return Judged(paragraph=paragraph, state="current")
    if written > current:
        return Judged(
            paragraph=paragraph,
            state="to come",
            why=f"It was written for spec version {written}; in force is {current}.",
        )
    before, after = constants_of_spec(snapshot, written), constants_of_spec(snapshot, current)
    start = f"It was written for spec version {written}; in force is {current}"
    if lacking := [one for one in (before, after) if not one.constants]:
        of = " and ".join(str(one.spec_version) for one in lacking)
        return Judged(paragraph=paragraph, state="not known", why=f"{start}, and the constants of {of} are not known.")
    names = constants_about(paragraph.subject, (*before.constants, *after.constants))
    if not names:
        return Judged(
            paragraph=paragraph,
            state="not known",
            why=f"{start}, and no constant tells whether “{paragraph.subject}” changed.",
        )
    changed = [name for name in changed_constants(before, after) if name in names]
    if not changed:
        return Judged(paragraph=paragraph, state="current")
    return Judged(paragraph=paragraph, state="stale", why=f"{start}, in which {_listed(changed)}.")


def constants_about(subject: str, names: Iterable[str]) -> frozenset[str]:
    """Choose the constants that a subject rests on; none for one that no constant is about."""
    starts = [*SUBJECTS.get(subject, ()), f"{subject}."]
    exact = {subject}
    if subject in BY_NAME:
        starts.append("ProposalsEngine.")
        exact.add(CODEX + constant_of(subject))
    return frozenset(name for name in names if name in exact or name.startswith(tuple(starts)))


def _listed(names: list[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more} {'is' if len(names) == 1 else 'are'} otherwise"
