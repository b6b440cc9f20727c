"""Bytes to text: byte-order marks, UTF-8, and what else people's editors wrote."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 256 * 1024
_WORDS = re.compile(rb"[A-Za-z]*[\xc0-\xff][A-Za-z\xc0-\xff]*")
"""Words with a byte that is a letter in both of Windows' encodings, and another letter in each."""

_SHORTEST_CYRILLIC = 3
_CLEARLY = 4
_ENOUGH_WORDS = 5
"""So many words that all speak for one encoding leave no doubt; fewer are said to be a guess."""

_MOST_PLACES = 5
_FEWEST_WIDE = 16


class Undecodable(Exception):
    """The bytes are not text; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with plain line feeds. ``note`` tells how it was decoded when it was not UTF-8, ``line`` where that began."""

    text: str
    note: str = ""
    line: int = 1
    sure: bool = True


def decode(raw: bytes, *, whole: bool = True) -> Decoded:
    """Decode a file's bytes; ``whole`` is False for the head of a larger file, which may end inside a character.

    Raises Undecodable for binary content.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(_plain_lines(raw[len(mark) :].decode(encoding, "replace")))
    wide = _wide(raw[:_SAMPLE_BYTES])
    if wide is not None:
        note = f"The file is {wide.upper()} without a byte-order mark."
        return Decoded(_plain_lines(raw.decode(wide, "replace")), note)
    if b"\0" in raw[:_SAMPLE_BYTES]:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        raise Undecodable(f"The content is binary, not text (a zero byte at line {line}).")
    try:
        return Decoded(_plain_lines(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        if not whole and error.start > len(raw) - 4:
            return Decoded(_plain_lines(raw[: error.start].decode("utf-8")))
        return _guessed(raw, error)


def _guessed(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    line = raw[: error.start].count(b"\n") + 1
    start = max(0, error.start - _SAMPLE_BYTES // 2)
    sample = raw[start : start + _SAMPLE_BYTES]
    if _looks_binary(sample):
        raise Undecodable(f"The content is binary, not text (byte 0x{raw[error.start]:02x} at line {line}).")
    found = _windows(raw) or _any_other(raw, sample)
    byte = f"The file is not UTF-8 ({_places(raw)}, the first byte 0x{raw[error.start]:02x})"
    if found is None:
        note = f"{byte} and no other encoding fits; each unreadable byte is shown as a replacement character."
        return Decoded(_plain_lines(raw.decode("utf-8", "replace")), note, line, sure=False)
    encoding, sure = found
    note = f"{byte}; it was read as {encoding}."
    if not sure:
        note = f"{byte}; it was read as {encoding}, which is a guess on few letters. Check the words there."
    return Decoded(_plain_lines(raw.decode(encoding)), note, line, sure=sure)


def _places(raw: bytes) -> str:
    """Name the first lines that have bytes which are not ASCII."""
    found = []
    for number, line in enumerate(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), start=1):
        if not line.isascii():
            found.append(str(number))
            if len(found) > _MOST_PLACES:
                break
    more = " and more" if len(found) > _MOST_PLACES else ""
    return ("line " if len(found) == 1 else "lines ") + ", ".join(found[:_MOST_PLACES]) + more


def _windows(raw: bytes) -> tuple[str, bool] | None:
    """Tell Windows' western from its Cyrillic encoding, which the archive's people write, and whether that is sure.

    Dashes and quotes are the same in both. A western word has its few letters above ASCII among others; a Cyrillic word
    has no others. Gives None when the letters speak for neither, or the bytes are of neither.
    """
    decoded = {}
    for encoding in ("cp1252", "cp1251"):
        try:
            decoded[encoding] = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    if len(decoded) == 2 and decoded["cp1252"] == decoded["cp1251"]:
        return "cp1252", True
    western, cyrillic = _votes(raw)
    if "cp1252" in decoded and western > cyrillic * _CLEARLY:
        return "cp1252", cyrillic == 0 and western >= _ENOUGH_WORDS
    if "cp1251" in decoded and cyrillic > western * _CLEARLY:
        return "cp1251", western == 0 and cyrillic >= _ENOUGH_WORDS
    return None


def _votes(raw: bytes) -> tuple[int, int]:
    """Count the words that look western, and those that look Cyrillic; a short one may be either."""
    western = cyrillic = 0
    for word in _WORDS.findall(raw):
        if re.search(rb"[A-Za-z]", word):
            western += 1
        elif len(word) >= _SHORTEST_CYRILLIC:
            cyrillic += 1
    return western, cyrillic


def _any_other(raw: bytes, sample: bytes) -> tuple[str, bool] | None:
    """Ask for the likeliest encoding, first of the two that the archive's people write; it is never sure."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=["cp1252", "cp1251"]).best() or from_bytes(sample).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return None
    try:
        raw.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return best.encoding, False


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without its mark: of each pair of bytes the same one is zero in nearly all, and the other in none."""
    if len(sample) < _FEWEST_WIDE:
        return None
    for encoding, letters, zeros in (
        ("utf-16-le", sample[::2], sample[1::2]),
        ("utf-16-be", sample[1::2], sample[::2]),
    ):
        if b"\0" not in letters and zeros.count(0) * 10 > len(zeros) * 7 and _control(letters) * 10 < len(letters):
            return encoding
    return None


def _looks_binary(sample: bytes) -> bool:
    """Tell compressed or executable content by its share of control bytes, which text hardly has."""
    return _control(sample) * 50 > len(sample)


def _control(sample: bytes) -> int:
    return sum(1 for byte in sample if byte < 9 or 13 < byte < 32)


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
