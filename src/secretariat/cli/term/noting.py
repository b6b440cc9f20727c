"""What the person of a played term does about tasks: reads them all, and notes at the desk what a secretary would hear or look up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from secretariat.cli.term.commands import command

ASKED = 2_000
"""So many blocks after the call for a secretary is on the desk, the first people tell the secretary that they would serve."""

PERMISSION = "triage"
WHY = "as was looked up in the practice term"


@dataclass
class Noting:
    """The tasks and alerts that stand and were read, and what was noted; ``takes`` as the person's, ``willing`` who will say that they would serve."""

    takes: int
    willing: Sequence[int]
    read: set[tuple[str, str, str]] = field(default_factory=set)
    since: dict[str, int] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)

    def look(self, head: int, told: dict[str, Any]) -> None:
        """Read all tasks and alerts, and note what is due to be noted; adds ``tasks`` and ``noted`` to what is told, and its next block."""
        told["tasks"], told["noted"] = [], []
        for level in ("task", "alert"):
            said = command(f"{level}s", "--json")
            if said.code:
                told["trouble"].append(f"{level}s: {said.why}")
                continue
            found = said.json[f"{level}s"]
            standing = {(one["title"], one["why"]) for one in found}
            self.read -= {words for words in self.read if words[0] == level and words[1:] not in standing}
            for one in found:
                words = (level, one["title"], one["why"])
                if words not in self.read:
                    self.read.add(words)
                    told["tasks"].append({"level": level, "title": one["title"], "why": one["why"]})
                self._note(one["key"], one["why"], head, told)

    def _note(self, key: str, why: str, head: int, told: dict[str, Any]) -> None:
        waits = ASKED if key.startswith("terms/call/") else self.takes
        done = tuple(self._commands(key, why))
        if not done or key in self.noted:
            return
        due = self.since.setdefault(key, head) + waits
        if head < due:
            told["due"] = min(due, told["due"] or due)
            return
        self.noted.add(key)
        for what, number, words in done:
            said = command(*words, "--json")
            if said.code:
                told["trouble"].append(f"{' '.join(words)}: {said.why}")
            else:
                told["noted"].append({"what": what, "number": number})

    def _commands(self, key: str, why: str) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Give what is noted about a task: what it is, of which number, and the command."""
        if key.startswith("terms/call/"):
            for one in self.willing:
                yield "willing", one, ("secretary", "willing", str(one), "--why", WHY)
        elif key.startswith("terms/which/"):
            number = int(key.rpartition("/")[2])
            names = ("--names", str(self.willing[0])) if self.willing else ()
            yield "proposal", number, ("secretary", "proposal", str(number), *names, "--why", WHY)
        elif key.startswith("terms/mandate/"):
            found = re.search(r"secretariat (mandate record .*) --why TEXT", why)
            member = re.search(r"--secretary (\d+)", why)
            if found and member:
                yield "mandate", int(member[1]), (*found[1].split(), "--why", WHY)
        elif key.startswith("terms/permission/"):
            yield "permission", 0, ("secretary", "permission", PERMISSION, "--why", WHY)


def read_willing(words: str) -> tuple[int, ...]:
    """Read member ids from a process's argument; empty for none."""
    return tuple(int(one) for one in words.split(",") if one)
