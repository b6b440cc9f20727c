"""Progress on a terminal, and silence elsewhere."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn


class Bar:
    """A bar over the files that are read."""

    def __init__(self, *, shown: bool) -> None:
        console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not (shown and console.is_terminal),
        )
        self._task = self._bar.add_task("reading", total=None)

    def step(self, done: int, total: int, name: str) -> None:
        """Show that ``done`` of ``total`` files are read, the last one being ``name``."""
        words = "comparing and writing" if done == total else name.rsplit("/", 1)[-1][:40]
        self._bar.update(self._task, completed=done, total=total, description=words)

    def __enter__(self) -> "Bar":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


class Spinner:
    """A line that says what is being made."""

    def __init__(self, words: str) -> None:
        console = Console(stderr=True)
        self._line = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._line.add_task(words, total=None)

    def say(self, words: str) -> None:
        """Show what is being made now."""
        self._line.update(self._task, description=words)

    def __enter__(self) -> "Spinner":
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.stop()
