"""Saying: the words of a text that claim something."""

import re

from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.reading import people


def claimed(one: Arrived, configured: Configured) -> str:
    """Give a text's words that claim something: without people, what is configured, and mentions."""
    listed = {each.line for each in people(one.text)}
    lines = f"{one.title}\n{plain(one.text)}".splitlines()
    words = "\n".join(line for line in lines if line not in listed)
    told = (*configured.items, *configured.can_serve, configured.source, configured.questions_url, configured.role_link)
    for known in filter(None, (*told, f"as of {configured.date}")):
        words = words.replace(known, "")
    return re.sub(r"<@&?\d+>", "", words)
