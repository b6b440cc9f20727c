"""Messages: how the words for a chat are put together, with whom they ring and the line that they are known by."""

from collections.abc import Sequence

from secretariat.desk.acts import Mention


def titled(title: str, text: str) -> str:
    """Put a title in bold above a text, where there is one."""
    return f"**{title}**\n{text}" if title else text


def marker(name: str, digest: str) -> str:
    """Give the last line of a message, small on the page: which draft it is, and the beginning of its digest.

    ``name`` is the text's, and where it is parted the part's: ``d34.2 2/3``.
    """
    return f"-# {name} · {digest[:12]}"


def with_marker(text: str, mark: str) -> str:
    """Put the marker under a text."""
    return f"{text.rstrip()}\n{mark}"


def named_by(mention: Mention) -> str:
    """Give how a message names whom it rings."""
    return f"<@{'&' if mention.kind == 'role' else ''}{mention.id}>"


def calling(text: str, mentions: Sequence[Mention]) -> str:
    """Put whom a message rings above its text where that does not name them: Discord rings nobody who is allowed and not named."""
    called = " ".join(one for one in map(named_by, mentions) if one not in text)
    return f"{called}\n{text}" if called else text
