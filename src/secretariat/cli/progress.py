"""Progress on a terminal; elsewhere silence, or a line for every step of a long run."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


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


_WIDEST = 60
"""Signs of what is said beside the bar, which has room then on a terminal of 100."""


class Steps:
    """A bar over a number of steps, with what each is about; where there is no terminal, a line for each step."""

    def __init__(self, total: int) -> None:
        self._console = Console(stderr=True)
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(24),
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._total, self._begun, self._share, self._words = total, 0, 0.0, ""
        self._task = self._bar.add_task("", total=total)

    def begin(self, words: str) -> None:
        """Say that the step before is done, if there was one, and what the next one is about."""
        self._begun += 1
        self._share, self._words = 0.0, words
        self._bar.update(self._task, completed=self._begun - 1, description=words)
        if not self._console.is_terminal:
            self._console.print(f"[{self._begun}/{self._total}] {words}", markup=False, highlight=False, soft_wrap=True)

    def say(self, words: str, share: float | None = None) -> None:
        """Say what is done within the step, and which share of it is; where that is not known the bar goes on ever slower."""
        self._share = share if share is not None else self._share + (1 - self._share) / 30
        shown = f"{self._words}: {words}"[:_WIDEST]
        self._bar.update(self._task, completed=self._begun - 1 + self._share, description=shown)

    def line(self, words: str) -> None:
        """Say something that stays to be read, above the bar where there is one."""
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)

    def end(self) -> None:
        """Say that all is done."""
        self._bar.update(self._task, completed=self._total)

    def __enter__(self) -> "Steps":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
