"""What makes a text a question: the sentence in it that asks the readers something."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from secretariat.facts.asked_sentences import LARGEST, MARKS, sentences_of
from secretariat.facts.asking_forms import (
    ASKS_READERS,
    POLITE,
    begins_as_question,
    may_ask_alone,
    question_of_a_short_post,
)

LONGEST_QUESTION = 200
"""Characters of a question that are kept; the rest is cut, with a sign that says so."""
FEWEST_WORDS = 2
"""A single word with a question mark (“Why?”) leads over to what follows, and asks nobody."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""A letter of a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
FEWEST_LETTERS = 4
"""So many of these letters are more than one word."""
_GREETING = re.compile(
    r"(?i)(?:hi|hello|hey|gm|greetings|dear|good\s+(?:morning|day|evening)|thanks?|thank\s+you|cheers|sorry)\b.{0,60}$"
)
_ANSWERS_IT = re.compile(
    r"(?i)(?:because\b(?!\s+(?:i|we)\b)|yes\b|no[,.:;!]|nope\b|simple\b|simply\b|absolutely\b|in\s+short\b|the\s+(?:short\s+)?answer\s+is\b"
    r"|short\s+answer\b|a(?:nswer)?:)"
)
"""How a sentence begins that answers the question before it: who wrote both asks nobody."""
_ASKS_ALL = re.compile(r"(?i)\b(?:any|some|every)(?:one|body)\b|\b(?:any|some|all)\s+of\s+you\b")
_OWN = re.compile(rf"{POLITE}(?:how|where|when|what|which|who|why)\b.{{0,40}}\b(?:i|we)\b", re.IGNORECASE)
_ASKS_BACK = re.compile(
    r"(?i)\b(?:that|this|these|those|you|your|yours|(?:make|makes|made)\s+sense|clear|did\s+it|does\s+it\s+(?:help|work)|is\s+it\s+(?:ok|okay|right|better|enough))\b"
)
"""Words of a question that is meant for the one who was just answered: about the answer, or about them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """What a post asks: the first ``sentence`` that does. ``alone`` tells whether the post does nothing but ask."""

    sentence: str
    alone: bool


def asking_of(text: str) -> Asking | None:
    """Give what a text asks; None where it asks nothing.

    Besides what ``question_in`` finds, which titles are looked at with too, a short post asks that says little else than what begins as a
    question (“what is the deadline for applications”): as a title that may head a guide.
    """
    sentences = list(sentences_of(text))
    found = _question_among(sentences)
    if found is not None:
        return Asking(sentence=found, alone=_only_ask(sentences))
    said = [one for one in sentences if may_ask_alone(one) or not _GREETING.match(one)]
    short = question_of_a_short_post(text[:LARGEST], said)
    return None if short is None else Asking(sentence=short, alone=len(said) == 1)


def question_in(text: str) -> str | None:
    """Give the first sentence of a text that asks something, on one line; None where nothing is asked.

    A sentence asks that ends with a question mark, whatever stands around it, and has two words or more, or that begins as a request for an answer does (“how
    do I”, “can anyone”, “I was wondering if”, “is it possible to”). Quotes of others, headings, code and addresses ask nothing, nor does a question that
    the next sentence answers (“Why? Because …”).
    """
    return _question_among(sentences_of(text))


def asks_back(sentence: str) -> bool:
    """Tell whether a question in an answer is meant for the one who was answered (“Does that help?”), and not for all who read it."""
    return bool(_ASKS_BACK.search(sentence)) and not _ASKS_ALL.search(sentence) and not _OWN.match(sentence)


def _question_among(sentences: Iterable[str]) -> str | None:
    found = next((sentence for sentence, asks in _told_apart(sentences) if asks), None)
    if found is None or len(found) <= LONGEST_QUESTION:
        return found
    return f"{found[: LONGEST_QUESTION - 1].rstrip()}…"


def _only_ask(sentences: Iterable[str]) -> bool:
    asks = (asks for sentence, asks in _told_apart(sentences) if asks or not _GREETING.match(sentence))
    return next(asks, False) and all(asks)


def _told_apart(sentences: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Give each sentence with whether it asks the readers something."""
    before: str | None = None
    for sentence in chain(sentences, (None,)):
        if before is not None:
            answered = sentence is not None and _ANSWERS_IT.match(sentence) and not _asks(sentence)
            yield before, _asks(before) and not (answered and not _asks_for_oneself(before))
        before = sentence


def _asks_for_oneself(sentence: str) -> bool:
    """Tell whether a question is meant for others whatever follows it: it asks anybody, or what its author may do."""
    return bool(ASKS_READERS.match(sentence) or _OWN.match(sentence) or _ASKS_ALL.search(sentence))


def _asks(sentence: str) -> bool:
    if not sentence.endswith(tuple(MARKS)) and not begins_as_question(sentence):
        return False
    return len(_WORD.findall(sentence)) >= FEWEST_WORDS or len(_WITHOUT_SPACES.findall(sentence)) >= FEWEST_LETTERS
