"""Asking, by the judge's own rule: a sentence with a question mark asks; what may be meant as a question, or as an answer, is told apart."""

import re

LEAST_WORDS = 3
"""A sentence of fewer words says too little for the judge to tell what it does."""

_LEFT_OUT = re.compile(r"(?ms)```.*?(?:```|\Z)|`[^`]*`|https?://\S+|^\s*(?:>|#).*?$")
"""Code, addresses, what is quoted and headings."""
_SENTENCE = re.compile(r"[^.!?？؟…\n]+[.!?？؟…]*")
_MAY_ASK = re.compile(
    r"(?i)[?？؟]|\b(?:how (?:do|can|could|should)|where (?:do|can)|when (?:do|can)|(?:any|some)\s?(?:one|body)|any of you"
    r"|(?:like|love|want|wanted|need|nice|good|great|helpful|useful|interesting) to (?:know|ask|understand|find)|let me know|tell me|explain|(?:can|could|would) you"
    r"|can(?:no|.?)t find|don.?t (?:understand|know)|wonder\w*|curious|no (?:idea|clue)|any (?:ideas?|clues?|reason|help|advice|info)|not sure|trying to|struggling to"
    r"|looking for|searching for|need(?: \w+)? (?:help|advice)|help me|question is)\b"
    r"|(?:\A|[.!…\n,])\W*(?:how|what|where|when|who|which|why|is|are|was|were|does|do|can|could|will|would|should|am|has)\b"
)
"""What asks, and how a sentence may begin that asks without a mark."""


_ANSWERED = re.compile(
    r"(?i)(?:because|yes|no|nope|simpl[ey]|of course|absolutely|in short|(?:the )?(?:short )?answer)\b"
)
"""How the next sentence may answer what its writer asks: then it is not told for sure that it asks."""


def asks(text: str) -> bool:
    """Tell whether a text asks something for sure."""
    said = _sentences(text)
    return any(
        one.endswith("?") and _long(one) and not _ANSWERED.match(after)
        for one, after in zip(said, (*said[1:], ""), strict=False)
    )


def may_ask(text: str) -> bool:
    """Tell whether it may be meant as a question."""
    return bool(_MAY_ASK.search(text))


def tells(text: str) -> bool:
    """Tell whether a text says something for sure that is no question: such a post is an answer."""
    return any(_long(one) and not _MAY_ASK.search(one) for one in _sentences(text))


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in _SENTENCE.findall(_LEFT_OUT.sub(" ", text)) if one.strip()]


def _long(sentence: str) -> bool:
    return len(re.findall(r"\w+", sentence)) >= LEAST_WORDS
