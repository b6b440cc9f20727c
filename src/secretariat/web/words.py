"""Words for pages: what a refusal says to somebody at a terminal, said to somebody at a page."""

import re
from collections.abc import Sequence

_COMMANDS: Sequence[tuple[str, str]] = (
    (r"`secretariat drafts` lists them", "the page Drafts lists them"),
    (r"`secretariat tasks` lists them, as t12", "the page Tasks lists them"),
    (r"`secretariat (?:mandate show|standing list)` lists them", "the page Office lists them"),
    (r"Look at it with `secretariat show (\S+)`", r"Look at \1 on the page Drafts"),
    (r"`secretariat approve \S+` first", "Say yes to it first"),
    (r"Run `secretariat review`, which drafts it anew", "The next review drafts it anew"),
    (r"Run `secretariat sync`, and look at its number", "Look at its number, or wait until the desk has read it"),
    (r"[Rr]un `secretariat sync` first", "Wait until the desk has read it"),
    (r"`secretariat sign \S+` (?:builds one|builds a new request)", "Its page builds a new request"),
    (r"`secretariat sign \S+` (?:tells how far it has come|looks again)", "Its page tells how far it has come"),
    (r",? with --why TEXT", ""),
    (r": --why TEXT", "."),
    (r"--channel ", ""),
    (r" and give --despite with the reason", " and give the reason"),
)
"""Parts of sentences with a command or a flag, and what they are on a page."""


def on_pages(words: str) -> str:
    """Say a sentence without commands and flags that its page has buttons, fields and links for.

    Commands that whoever runs the desk uses (``secretariat run``, names of settings) stay: no page stands for them.
    """
    for command, page in _COMMANDS:
        words = re.sub(command, page, words)
    return words
