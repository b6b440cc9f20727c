"""A line on a terminal that says what is being made; elsewhere silence, for which nothing needs to be loaded."""

import sys


class Spinner:
    """A line that says what is being made."""

    def __init__(self, words: str) -> None:
        self._line = None
        if not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn

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
        if self._line is not None:
            self._line.update(self._task, description=words)

    def tell(self, words: str) -> None:
        """Say something on standard error that stays, also where no line is drawn."""
        if self._line is not None:
            self._line.console.print(words, markup=False, highlight=False)
        else:
            print(words, file=sys.stderr, flush=True)

    def __enter__(self) -> "Spinner":
        if self._line is not None:
            self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._line is not None:
            self._line.stop()
