"""A process of the played term that answers requests, a line of JSON each; it ends with this one."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from secretariat.errors import SecretariatError

LONGEST_END_SECONDS = 5


class ChildFailed(SecretariatError):
    """A process of the played term ended while it was needed."""


class Child:
    """With it, the process runs: a module of this program, its words, its folder and its environment."""

    def __init__(self, module: str, *words: str, folder: Path, environment: Mapping[str, str]) -> None:
        self._module, self._words, self._folder, self._environment = module, words, folder, environment
        self._said = folder / f"{module.rpartition('.')[2]}.log"

    def __enter__(self) -> "Child":
        """Start it; in a session of its own, so that Ctrl-C is told here first."""
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-m", self._module, *self._words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=self._folder,
                env=dict(self._environment),
                text=True,
                encoding="utf-8",
                start_new_session=True,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it and wait until it has."""
        self._process.terminate()
        try:
            self._process.wait(LONGEST_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def ask(self, **words: Any) -> dict[str, Any]:
        """Ask and wait for the answer. Raises ChildFailed, with its last words, when it ended."""
        pipes = self._process.stdin, self._process.stdout
        if pipes[0] is None or pipes[1] is None:
            raise ChildFailed(f"{self._module} has no pipes.")
        try:
            pipes[0].write(json.dumps(words) + "\n")
            pipes[0].flush()
            line = pipes[1].readline()
        except BrokenPipeError:
            line = ""
        if not line:
            last = self._said.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            raise ChildFailed(f"{self._module} ended too early: {' '.join(last) or 'it said nothing'}")
        found: dict[str, Any] = json.loads(line)
        return found
