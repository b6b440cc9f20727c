"""Reading, in the judge's own words and not the desk's: what an arrived text is about, by its first line, and its list of people."""

import re
from dataclasses import dataclass

from secretariat.cli.term.judge.digests.reading import COMMUNITY, border_of, is_community
from secretariat.cli.term.judge.evidence import Arrived, Configured, Seen
from secretariat.cli.term.judge.forum.reading import OF_FORUM, kind_of_forum, subjects_of_forum
from secretariat.cli.term.judge.guidance.reading import OF_GUIDANCE, kind_of_guidance, subjects_of_guidance
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.private.reading import OF_PRIVATE, kind_of_private, subjects_of_private
from secretariat.cli.term.judge.proposals.reading import kind_of_proposals, subjects_of_proposals
from secretariat.cli.term.judge.terms.reading import kind_of_task, kind_of_terms, kind_of_thread, subjects_of_terms

OF_PROPOSALS = frozenset({"digest", "open", "vote-ends", "council-change", "lost", "budget"})
OF_TERMS = frozenset(
    {
        "call",
        "willing",
        "nobody",
        "feedback",
        "feedback-open",
        "feedback-summary",
        "summaries",
        "summaries-open",
        "deadline",
        "summaries-reminder",
    }
)
"""Kinds of text that are about proposals and terms; what stands at the desk is about terms too."""

_KINDS: tuple[tuple[str, str], ...] = (
    ("restart", r"(begins?|starts?|began|started) (anew|again)|restart"),
    ("elected", r"(is|was|are|were|has been) elected"),
    ("withdrawal", r"withdr[ae]w"),
    ("unrevealed", r"\bnot( yet)? revealed|unrevealed|still sealed"),
    ("reminder-voting", r"\bvoting\b.*(ends|closes) soon|last (day|hours?) (of|for) voting"),
    ("reminder-revealing", r"\breveal.*(ends|closes) soon|last (day|hours?) (of|for) revealing"),
    ("thin", r"(little|thin|low)\b.*\bstake"),
    ("few", r"candidates?\b.*\bneeded|too few candidates"),
    ("announcing", r"candidac.*\b(open|begun|started)|announcing (is open|has begun)"),
    ("voting", r"\bvot(es?|ing)\b.*\b(open|begun|can be cast)"),
    ("revealing", r"\breveal"),
)


def kind_of(one: Arrived | Seen) -> str:
    """Tell what a text is about; empty where the judge cannot tell."""
    if one.place == "desk":
        return kind_of_task(one)
    if one.place == "page":
        return one.title
    if one.place == "file":
        return "questions" if re.search(r"\bquestions?\b", _first(one.text), re.IGNORECASE) else ""
    if one.place == "private":
        return kind_of_private(one, _first(one.text))
    if one.opens:
        of_term = kind_of_thread(one.title)
        if of_term:
            return of_term
        return "introductions" if re.search(r"introduc", f"{one.title}\n{one.text}", re.IGNORECASE) else ""
    first = _first(one.text)
    if is_community(first):
        return COMMUNITY
    known = kind_of_proposals(first) or kind_of_terms(first) or kind_of_forum(first) or kind_of_guidance(first)
    if known:
        return known
    return next((kind for kind, words in _KINDS if re.search(words, first, re.IGNORECASE)), "")


def subjects_of(one: Arrived, kind: str, configured: Configured) -> tuple[str, ...]:
    """Name what a text is about, as occasions do; an election has no name but its time."""
    if kind in OF_PROPOSALS:
        return subjects_of_proposals(one, kind, configured)
    if kind in OF_PRIVATE:
        return subjects_of_private(one, kind)
    if kind in OF_FORUM:
        return subjects_of_forum(one, kind)
    if kind in OF_GUIDANCE:
        return subjects_of_guidance(one, kind)
    if kind == COMMUNITY:
        return border_of(one)
    return subjects_of_terms(one, kind) if kind in OF_TERMS or one.place == "desk" else ("",)


def _first(text: str) -> str:
    """Give the first line that is neither empty nor only a mention."""
    lines = (re.sub(r"<@&?\d+>", "", line).strip() for line in plain(text).splitlines())
    return next((line for line in lines if line), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One line of a list of people: the member's number, and the name as it stands in the text."""

    member: int
    name: str
    line: str


_PERSON = re.compile(r"^[-*] (?P<name>.+) \(member id (?P<member>\d+)\)(?P<rest>.*)$")


def people(text: str) -> tuple[Named, ...]:
    """List the people whom a text lists, in its order."""
    found = (_PERSON.match(line) for line in plain(text).splitlines())
    return tuple(Named(member=int(one["member"]), name=one["name"], line=one[0]) for one in found if one)
