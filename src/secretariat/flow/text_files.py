"""Texts in files that a command is given: UTF-8 of a bounded size, or a sentence that says what is wrong."""

from pathlib import Path

from secretariat.desk.saying import sentence
from secretariat.errors import SecretariatError


class TextUnreadable(SecretariatError):
    """A file cannot be used: it is no text, or too long."""


def text_of_file(path: Path, largest: int) -> str:
    """Read a text in UTF-8 of a bounded size. Raises TextUnreadable."""
    with path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise TextUnreadable(f"{path} is larger than {largest:,} bytes; give a shorter text, or its parts one by one.")
    if b"\0" in content:
        raise TextUnreadable(f"{path} is no text: it has zero bytes. Give Markdown or plain text in UTF-8.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextUnreadable(f"{path} is not UTF-8 text (byte {error.start:,}); save it as UTF-8.") from error


def naming_contract(words: str, contract: str) -> str:
    """End what is wrong with a file as a sentence, and say which contract has its form where the words do not."""
    return sentence(words) if contract in words else f"{sentence(words)} {contract} says what it holds."
