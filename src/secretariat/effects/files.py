"""Files: write approved words into a folder, for a person to take from there; the file is the receipt."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Outcome, Proof
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True)
class FilesSettings:
    """``[files]``: the folder that approved words of the channel ``file`` are written to."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    folder: str = "outgoing"


@dataclass(frozen=True, kw_only=True)
class FileSender:
    """Writes each text once, under a name of its own; what stands under that name already is never written over."""

    settings: FilesSettings

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that writing may take."""
        return 30.0

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Write one file whole or not at all: beside its place first, and then linked to it, which fails where one stands."""
        place = self._place(name, digest)
        beside = place.with_suffix(f".{os.getpid()}.part")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                file.write(text if text.endswith("\n") else f"{text}\n")
                file.flush()
                os.fsync(file.fileno())
            return _put(beside, place)
        except OSError as error:
            return Outcome(
                verdict="refused", why=f"{place} cannot be written: {error.strerror}. Mend it and approve again."
            )
        finally:
            with suppress(OSError):
                beside.unlink()

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look whether the file is there."""
        place = self._place(name, digest)
        return Proof(receipt=str(place)) if place.is_file() else Proof(looked_until=Moment(now.isoformat()))

    def _place(self, name: str, digest: str) -> Path:
        return Path(self.settings.folder) / f"{name}-{digest[:12]}.md"


def _put(beside: Path, place: Path) -> Outcome:
    """Give a written file its name, unless one has it already. Raises OSError."""
    try:
        os.link(beside, place)
    except FileExistsError:
        return Outcome(verdict="sent", receipt=str(place), why="the file was there already")
    return Outcome(verdict="sent", receipt=str(place))
