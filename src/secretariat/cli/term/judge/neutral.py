"""Neutrality and harmlessness: order and form of lists, nobody named beside them, no stranger's sign that takes effect, nobody rung."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from secretariat.cli.term.judge.everyday_words import is_common
from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.forum.reading import without_titles
from secretariat.cli.term.judge.history import History, standing
from secretariat.cli.term.judge.names import same_letters
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.proposals.reading import rung_member, without_strangers
from secretariat.cli.term.judge.reading import Named, people
from secretariat.cli.term.judge.terms.summary import LISTED
from secretariat.cli.term.judge.terms.term import Known, terms

_SEED = re.compile(r"(0x[0-9a-f]{64}/(?:secretary-|feedback-)?\d+)")
_ACTIVE = re.compile(r"(?<!\\)[`*_~|<>@#\[\]()!=^$&{}+]")
"""Signs of Markdown, HTML, mentions and formulas without a backslash before them."""

_LURES = (
    (r"(?<!\\)@(everyone|here)", "rings everybody"),
    (r"(?<!\\)<@!?\d+>", "rings a person"),
    (r"(?<!\\)\]\(", "has a link behind other words"),
    (r"(?i)(?<!\\)<\s*/?\s*(script|img|iframe|a|svg)\b", "has HTML"),
    (r"(?i)javascript:", "has a script's address"),
)


def lists_people(kind: str, place: str) -> bool:
    """Tell whether a text has to list people: who stands, in the thread when voting begins, who is elected, and who gave feedback."""
    return kind in ("elected", "willing", "feedback-summary") or (kind == "voting" and place == "forum")


def list_due(one: Arrived, kind: str, history: History, known: Known, genesis: str) -> tuple[frozenset[int], str]:
    """Give who has to stand in a list, and the seed of its order: candidates and elected of a cycle, or who is willing to serve."""
    if kind == "willing":
        term = next(each for each in reversed(terms(history, known)) if each.first <= one.block)
        return term.willing(one.block), f"{genesis.lower()}/secretary-{term.number}"
    if kind == "feedback-summary":
        term = next(each for each in reversed(terms(history, known)) if each.end < one.block)
        seed, wrote = f"{genesis.lower()}/feedback-{term.number}", {each.author for each in term.feedback(one.block)}
        return frozenset(sorted(wrote, key=lambda each: _place(seed, each))[:LISTED]), seed
    cycle = history.election(one.block)
    due = frozenset(cycle["winners"]) if kind == "elected" else standing(cycle, one.block)
    return due, f"{genesis.lower()}/{cycle['cycle']}"


def listed_wrong(one: Arrived, kind: str, due: frozenset[int], seed: str, history: History) -> Iterator[str]:
    """Say what is not neutral in a text that has to list people: who is there, in which order, in which form.

    Who gave feedback is told with how often and where, and nobody may have; of others the number of their membership alone differs.
    """
    feedback = kind == "feedback-summary"
    found = people(one.text)
    if frozenset(each.member for each in found) != due or len(found) != len(due):
        yield f"lists {sorted(each.member for each in found)}, and it is about {sorted(due)}"
    drawn = sorted(found, key=lambda each: _place(seed, each.member))
    if list(found) != drawn:
        yield "has them in another order than the drawn one"
    if (due or not feedback) and set(_SEED.findall(one.text)) != {seed}:
        yield "does not name the seed of the order"
    figures = re.compile(r"\d[\d,]*") if feedback else None
    lines = [each.line.replace(each.name, "", 1) for each in found]
    forms = {
        figures.sub("#", line) if figures else line.replace(str(each.member), "")
        for line, each in zip(lines, found, strict=True)
    }
    if len(forms) > 1:
        yield "does not name all in one form"
    for each in found:
        yield from _name_wrong(each, history)


def _place(seed: str, member: int) -> str:
    return hashlib.sha256(f"{seed}/{member}".encode()).hexdigest()


def _name_wrong(each: Named, history: History) -> Iterator[str]:
    handle = history.handle(each.member)
    if not same_letters(each.name, handle or f"member {each.member}"):
        yield f"calls member {each.member} {each.name[:60]!r}"
    if _ACTIVE.search(each.name):
        yield f"has a sign that takes effect in the name of member {each.member}"


def harmful(one: Arrived, kind: str, history: History, configured: Configured) -> Iterator[str]:
    """Say what in any text does harm, or names somebody who has no place in it."""
    allowed: tuple[str, ...] = (
        (configured.role,) if kind.startswith("reminder-") or kind == "summaries-reminder" else ()
    )
    text, parting = one.text, "\u2060" if one.place == "private" else ""
    if (
        one.place == "private"
    ):  # a mail rings nobody, and no sign in it takes effect; what parts letters there does not show
        text, allowed = "", ()
    elif kind == "digest":  # rings one member of the council; whose vote is missing is told by its claims
        allowed = one.mentions if rung_member(one, configured.mentions) is not None else ("a member of the council",)
        text = text.removeprefix(f"<@{allowed[0]}>")
    if set(one.mentions) != set(allowed):
        yield f"rings {sorted(one.mentions)}, and should ring {sorted(allowed)}"
    for pattern, what in _LURES:
        if re.search(pattern, text):
            yield what
    if any(
        unicodedata.category(sign) in ("Cf", "Co", "Cs") or (sign < " " and sign != "\n")
        for sign in one.text
        if sign != parting
    ):
        yield "holds characters that do not show, or turn the direction"
    words = without_titles(without_strangers(_without_lists(one.text)))
    if people(one.text) and not lists_people(kind, one.place):
        yield "lists people"
    for handle in _told_handles(history):
        if re.search(rf"(?<![\w]){re.escape(handle)}(?![\w])", words):
            yield f"names {handle!r}"
    if re.search(r"\bj4[1-9A-HJ-NP-Za-km-z]{44,}", one.text):
        yield "names an account"


def _without_lists(text: str) -> str:
    listed = {each.line for each in people(text)}
    return "\n".join(line for line in plain(text).splitlines() if line not in listed)


def _told_handles(history: History) -> Iterator[str]:
    """Give handles that cannot be ordinary words: those that hold anything but letters, are long enough, and not made of common words."""
    for handle in history.truth["members"].values():
        if handle and len(handle) >= 4 and not handle.isalpha() and not handle.isdigit() and not is_common(handle):
            yield handle
