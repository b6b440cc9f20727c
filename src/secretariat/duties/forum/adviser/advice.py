"""Advice on a post: three categories with reasons, threads that are nearly the same, and whether a pre-proposal thread is needed."""

import re
from dataclasses import dataclass
from typing import Literal

from secretariat.duties.forum.adviser.learned import Learned, Thread, category_of_most
from secretariat.duties.forum.adviser.wording import likeness, numbers

MOST_CATEGORIES, MOST_DUPLICATES, MOST_REASONS = 3, 5, 5
SURE = 0.95
"""From so large a share on, where the nearest threads agree, the first category is called sure: docs/duties/forum.md has how often it was right."""
NEARLY_THE_SAME = 0.6
"""From this likeness on a title is nearly that of another thread."""
TEXT_SIGNS = 1_000
"""Characters of the text that count beside the title; more drowns the title."""

Kind = Literal["thread", "post", "pre-proposal", "proposal"]
Needs = Literal["yes", "no", "there is one"]

_PROPOSING = re.compile(
    r"(?i)\b(?:pre-?proposal|proposal\s+(?:idea|draft)|draft\s+(?:of\s+a\s+)?proposal|(?:i|we)\s+(?:propose|suggest|plan|intend|would\s+like|want)\b"
    r"[^.!?\n]{0,80}\b(?:proposal|council|budget|fund(?:s|ing)?|rewards?|rules?)\b|funding\s+request|request(?:ing|s)?\s+(?:(?:of|for)\s+)?(?:fund(?:s|ing)|[0-9][0-9,.]*k?\s+t?joy)\b"
    r"|submit(?:ting)?\s+(?:a|this|the)\s+proposal|milestones?\b|payees?\b)"
)

"""What says anywhere in a draft that something is to be proposed."""

_LEADING = re.compile(r"[\W_]*+")
"""What stands before the first word: marks, signs of a list."""
_FATES = "rejected|approved|accepted|executed|expired|slashed|vetoed|cancell?ed|withdrawn|passed|failed|decided|voted|closed|active|open"
"""Words for what became of a proposal, as an expression."""
_STANDS = "was|were|is|are|has been|have been|had been|got|gets|still|now|just|already|finally"
"""What stands before such a word where it tells of what came before it."""

_CALLED = re.compile(
    r"(?i)(?:here is |here['’]s |this is )?(?:(?:my|our|a|new) )?(?:(?!(?:the|this|that|on|of|about|re|for|vote|voted|veto|which) )[\w-]++ )?"
    r"proposal[*_]*+(?:\W*+$| ?:| [–—-] | (?:to|for|is (?:to|for|that)|would)\b)"
)
"""What a title or a sentence that is a proposal begins with: “Proposal to …”, “Spending proposal: …”, “My proposal”.

It is held against a sentence that begins with a word and has one blank between words, and takes back no sign that it took: so the time grows
with the length of what is read, whatever that is full of.
"""

_FILED = re.compile(
    r"(?i)\bproposals? ?(?:(?:no|nr|number|id)\b\.? ?)?:? ?#?[0-9]++\b(?! ?(?:[.,][0-9]|k\b|t?joy|usd|%))"
    rf"|^(?:(?!proposal\b)[\w'’-]++ ){{0,3}}(?:{_FATES}) proposal\b"
    rf"|\b(?:{_STANDS}) (?:not )?(?:{_FATES})\b"
    r"|\b(?:expired|passed|failed)(?: (?:last|yesterday|today|in|on|with|by|at|because|since|without|and|it)\b|[^\w ]|$)"
    r"|\? ?$"
)
"""What a sentence says that speaks of a proposal which was filed already, by its number or its fate, or that asks.

A word of fate before something else (“expired bounties”, “active translators”) tells what is proposed about, and nothing of the proposal.
"""

_OF_OTHERS = re.compile(rf"(?i)\b(?:what|which|that|who|whose) (?:(?:{_STANDS}|not) )*+(?:{_FATES})\b")
"""A fate of something else that a sentence speaks of: “what passed last year”, “workers who are still active”."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A draft of a post. ``kind`` is what it is meant to become; empty where its writer does not say. ``author`` is a member id."""

    title: str
    text: str = ""
    author: int | None = None
    kind: Kind | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """A category with its share from 0 to 1 by its words, the words that speak for it, and the nearest threads that are in it.

    ``by_kind`` is True where the kind of the draft alone decides: a proposal is talked over in the category for pre-proposals.
    """

    category: int
    title: str
    share: float
    words: tuple[str, ...]
    threads: tuple[Thread, ...]
    by_kind: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Duplicate:
    """A thread whose title is nearly the draft's, with the likeness from 0 to 1.

    ``series`` is True where only numbers tell the two apart: it is then the thread before in a series, and no double. ``own`` is True
    where the draft's author opened it.
    """

    thread: Thread
    likeness: float
    series: bool
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PreProposal:
    """Whether a pre-proposal thread is needed, why, and the one that there is."""

    needed: Needs
    why: str
    thread: Thread | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Advice:
    """What the adviser says of a draft. ``why_unsure`` is empty where it is sure of the first category."""

    suggestions: tuple[Suggestion, ...]
    why_unsure: str
    duplicates: tuple[Duplicate, ...]
    pre_proposal: PreProposal

    @property
    def sure(self) -> bool:
        """Tell whether the first category is sure."""
        return not self.why_unsure


def advise(draft: Draft, learned: Learned, *, pre_proposals: int | None = None) -> Advice:
    """Advise on a draft. ``pre_proposals`` is the number of the category for pre-proposal threads; None where none is known."""
    first = (
        pre_proposals if draft.kind in ("proposal", "pre-proposal") and pre_proposals in learned.categories else None
    )
    suggestions, unsure = categories_for(f"{draft.title}\n{draft.text[:TEXT_SIGNS]}", learned, first=first)
    duplicates = near_duplicates(draft, learned)
    return Advice(
        suggestions=suggestions,
        why_unsure=unsure,
        duplicates=duplicates,
        pre_proposal=pre_proposal_for(draft, duplicates, suggestions, pre_proposals),
    )


def categories_for(text: str, learned: Learned, *, first: int | None = None) -> tuple[tuple[Suggestion, ...], str]:
    """Give the best three categories for a text, and why the first of them is not sure; empty where it is.

    ``first`` is the category that comes first whatever the words.
    """
    if not learned.categories:
        return (), "No category of the forum is known."
    shares, near = learned.shares(text), learned.nearest(text)
    ordered = sorted(shares, key=lambda number: (number != first, -shares[number], number))[:MOST_CATEGORIES]
    suggestions = tuple(
        Suggestion(
            category=number,
            title=learned.categories[number].title,
            share=shares[number],
            words=learned.reasons(text, number, MOST_REASONS),
            threads=tuple(one.thread for one in near if one.thread.category == number),
            by_kind=number == first,
        )
        for number in ordered
    )
    return suggestions, "" if first is not None else _unsure(suggestions, category_of_most(near), learned)


def _unsure(suggestions: tuple[Suggestion, ...], nearest: int | None, learned: Learned) -> str:
    first = suggestions[0]
    if not first.words:
        return "None of its words stands in a thread or a description of the forum."
    if first.share < SURE:
        second = suggestions[1] if len(suggestions) > 1 else None
        beside = "" if second is None else f" beside {second.share:.2f} for “{second.title}”"
        return f"The margin is thin: “{first.title}” has a share of {first.share:.2f}{beside}; {SURE} is needed."
    if nearest is None:
        return "No thread shares a word with it."
    if nearest != first.category:
        return f"Its words speak for “{first.title}”, and the nearest threads are in “{learned.categories[nearest].title}”."
    return ""


def near_duplicates(draft: Draft, learned: Learned) -> tuple[Duplicate, ...]:
    """Give the threads with nearly the draft's title, the most alike first; of those alike doubles first, then the newest."""
    mine = numbers(draft.title)
    found = [
        Duplicate(
            thread=one,
            likeness=alike,
            series=numbers(one.title) != mine,
            own=draft.author is not None and one.author == draft.author,
        )
        for one in learned.threads
        if (alike := likeness(draft.title, one.title)) >= NEARLY_THE_SAME
    ]
    return tuple(
        sorted(found, key=lambda one: (-round(one.likeness, 3), one.series, -one.thread.number))[:MOST_DUPLICATES]
    )


def pre_proposal_for(
    draft: Draft, duplicates: tuple[Duplicate, ...], suggestions: tuple[Suggestion, ...], category: int | None
) -> PreProposal:
    """Tell whether a pre-proposal thread is needed.

    By the council's guide (``archives/council/guides/proposal_guidelines.md``, point 4) a proposal of some complexity is discussed
    in a thread first. A draft that is such a thread, or that proposes nothing, needs none.
    """
    there = next((one.thread for one in duplicates if one.thread.category == category and not one.series), None)
    proposes = draft.kind in ("proposal", "pre-proposal") or _proposes(f"{draft.title}\n{draft.text}")
    if not proposes:
        return PreProposal(needed="no", why="Nothing in it says that a proposal is meant.")
    if there is not None:
        return PreProposal(needed="there is one", why="A thread for pre-proposals has nearly this title.", thread=there)
    if draft.kind == "pre-proposal":
        return PreProposal(needed="no", why="It is the pre-proposal thread itself: open it in the category for those.")
    if draft.kind is None and category is not None and suggestions and suggestions[0].category == category:
        return PreProposal(
            needed="yes", why="It speaks of a proposal and fits the category for pre-proposals: open it there."
        )
    return PreProposal(
        needed="yes",
        why="It speaks of a proposal, and no pre-proposal thread has nearly this title: discuss it there before it is filed.",
    )


def _proposes(text: str) -> bool:
    """Tell whether a text says that something is to be proposed, or has a sentence that begins as a proposal and is not about one that was filed."""
    if _PROPOSING.search(text):
        return True
    sentences = (part for line in text.splitlines() for part in re.split(r"(?<=[.!?])\s+", line))
    return any(_begins_as_proposal(one) for one in sentences)


def _begins_as_proposal(sentence: str) -> bool:
    plain = " ".join(sentence.split())
    plain = plain[_LEADING.match(plain).end() :]  # type: ignore[union-attr]
    return bool(_CALLED.match(plain)) and not _FILED.search(_OF_OTHERS.sub(" ", plain))
