"""Bytes to text: byte-order marks, UTF-8, and what else people's editors wrote."""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 256 * 1024


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
    from charset_normalizer import from_bytes

    # Spreadsheets of the archive's people write Windows' western or Cyrillic encoding; only then is all the rest asked.
    best = from_bytes(sample, cp_isolation=["cp1252", "cp1251"]).best() or from_bytes(sample).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        try:
            text = raw.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            note = (
                f"The file is not UTF-8 (byte 0x{raw[error.start]:02x} at line {line}); it was read as {best.encoding}."
            )
            return Decoded(_plain_lines(text), note, line)
    note = (
        f"The file is not valid UTF-8 (byte 0x{raw[error.start]:02x} at line {line}) and no other encoding fits; "
        "each unreadable byte is shown as a replacement character."
    )
    return Decoded(_plain_lines(raw.decode("utf-8", "replace")), note, line, sure=False)


def _looks_binary(sample: bytes) -> bool:
    """Tell compressed or executable content by its share of control bytes, which text hardly has."""
    control = sum(1 for byte in sample if byte < 9 or 13 < byte < 32)
    return control * 50 > len(sample)


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
