"""The public commands, called in this process: the same words as on a command line, and what they print."""

import contextlib
import gc
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from secretariat.errors import SecretariatError

COLLECTED_EVERY = 20
"""Requests after which what they left behind is given back: a long play took 2 GB without."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What came of one command: its exit code, what it printed, and the message of a refusal."""

    code: int
    out: str
    why: str = ""

    @property
    def json(self) -> Any:
        """Read what it printed as one document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Read what it printed as one document a line."""
        return [json.loads(line) for line in self.out.splitlines() if line.strip()]


def command(*words: str) -> Said:
    """Run one command. A refusal is exit code 2 with its message; a defect of the program is raised.

    Each opens the store for itself; what it opened is closed after it, as when a command ends.
    """
    import click

    from secretariat.cli.app import app
    from secretariat.flow.context import close_stores

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            code = app(list(words), standalone_mode=False)
    except SecretariatError as error:
        return Said(code=2, out=printed.getvalue(), why=str(error))
    except click.ClickException as error:
        return Said(code=2, out=printed.getvalue(), why=error.format_message())
    finally:
        close_stores()
        gc.unfreeze()  # a sync sets all it made apart, as its process is to end; this one lives on
    return Said(code=code if isinstance(code, int) else 0, out=printed.getvalue())


def serve(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answer requests, a line of JSON each on standard input, until that ends."""
    gc.set_threshold(50_000, 20, 50)  # as the program itself does
    out = sys.stdout
    for number, line in enumerate(sys.stdin, start=1):
        out.write(json.dumps(answer(json.loads(line))) + "\n")
        out.flush()
        if number % COLLECTED_EVERY == 0:
            gc.collect()  # a process that ends after one command leaves more behind than the collector finds by itself in one that lives on
