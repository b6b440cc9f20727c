"""``secretariat check-text``: what is not neutral in the words of a text."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, print_json
from secretariat.cli.plain import say


def check_text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text: Markdown or plain, in UTF-8.")],
    people: Annotated[
        Path | None,
        typer.Option("--people", metavar="FILE", help="Whom it may name, as JSON (docs/contracts/check-text.md)."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what is not neutral in a text, with line and column. Exit 1 when there is something."""
    from secretariat.flow import check_text as checked

    found = checked.check_text(file, people)
    if as_json:
        print_json("secretariat.check-text/1", {"neutral": not found, "concerns": found})
    else:
        for one in found:
            say(f"{file}:{one.begins.line}:{one.begins.column}  {one.code}  {one.says}  “{_short(one.words)}”")
        if not found:
            say("Nothing was found that is not neutral.")
    if found:
        raise typer.Exit(1)


def _short(words: str, longest: int = 100) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
