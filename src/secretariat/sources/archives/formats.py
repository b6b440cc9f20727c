"""The formats the archive is known to hold: how each is recognised and which parser reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.sources.archives.document import Document, Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """One format. ``recognises`` sees the path and the first 64 KiB of text; the first format that says yes reads it.

    ``title`` names a file of this format in words. ``knows_name`` says that a path belongs to the format by name alone,
    so that a file whose content cannot be read is reported rather than passed over. ``streams`` says that ``parse``
    reads pieces or lines and never the whole text, so that the file may be large.
    """

    name: str
    title: str
    recognises: Callable[[str, str], bool]
    parse: Callable[[Document, Reading], None]
    knows_name: Callable[[str], bool]
    streams: bool = False
