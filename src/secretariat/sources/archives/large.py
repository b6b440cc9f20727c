"""Large files: looked over once, then read in pieces as often as a reader likes, and never held whole."""

import codecs
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

PIECE = 1024 * 1024


def looked_over(absolute: Path) -> tuple[str, bool]:
    """Give the digest of a file's bytes, and tell whether all of them are UTF-8. Raises OSError."""
    digest, decoder, is_text = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), True
    with absolute.open("rb") as stream:
        while raw := stream.read(PIECE):
            digest.update(raw)
            is_text = is_text and _decodes(decoder, raw)
    return digest.hexdigest(), is_text and _decodes(decoder, b"", last=True)


def _decodes(decoder: codecs.IncrementalDecoder, raw: bytes, *, last: bool = False) -> bool:
    try:
        decoder.decode(raw, last)
    except UnicodeDecodeError:
        return False
    return True


def pieces_of(absolute: Path) -> Callable[[], Iterator[str]]:
    """Give what opens a file in UTF-8 and gives its text in pieces, with plain line feeds and no byte-order mark."""

    def pieces() -> Iterator[str]:
        with absolute.open(encoding="utf-8-sig", newline=None) as stream:
            while piece := stream.read(PIECE):
                yield piece

    return pieces
