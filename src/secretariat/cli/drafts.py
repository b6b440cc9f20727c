"""``secretariat drafts``, ``approve``, ``reject`` and ``reword``: the words that wait, and what a person says to them."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.plain import say
from secretariat.errors import SecretariatError

TextName = Annotated[str, typer.Argument(metavar="ID", help="The text, with its revision: d34.2.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


class WordsUnreadable(SecretariatError):
    """A file of words cannot be read."""


def read_words(path: Path) -> str:
    """Read a file of words, or standard input where it is ``-``. Raises WordsUnreadable."""
    try:
        return typer.get_text_stream("stdin").read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        raise WordsUnreadable(f"{path} cannot be read: {why}. Nothing was changed.") from error


def drafts(
    everything: Annotated[bool, typer.Option("--all", help="Also what was sent, rejected or withdrawn.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the drafts about which something is to be done, with what each still needs."""
    from secretariat.cli.desk_text import draft_lines
    from secretariat.flow import ask_desk
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = ask_desk.drafts(context, everything=everything)
    if as_json:
        print_json("secretariat.drafts/1", {"at": found.now.at, "block": found.now.block, "drafts": found.drafts})
        return
    for line in draft_lines(found.drafts):
        say(line)


def approve(
    name: TextName,
    signature: Annotated[
        str, typer.Option("--signature", help="A second yes: your wallet's signature over the text that show gives.")
    ] = "",
    despite: Annotated[
        str,
        typer.Option(
            "--despite",
            help="Why, where there are concerns about neutrality. Everybody can read it: it stands in the journal, and `publish` writes it "
            "to tables/yeses_despite_concerns.html.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Say yes to exactly one text. With enough yeses it is put on its way."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import drafts as decide

    decided(decide.approve(open_context(), name, signature=signature, despite=despite), as_json=as_json)


def reject(name: TextName, why: Why, as_json: AsJson = False) -> None:
    """Say no to exactly one text, with the reason."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import drafts as decide

    decided(decide.reject(open_context(), name, why=why), as_json=as_json)


def reword(
    name: TextName,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The words, as UTF-8 text; - for standard input.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Another title, where there is one.")] = None,
    newer: Annotated[
        bool, typer.Option("--take-newer", help="In place of FILE: take the words that are wanted now.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put your own words in the place of a draft's. Every yes to it was to other words and counts no more."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import drafts as decide

    if newer == (file is not None):
        raise typer.BadParameter("give FILE or --take-newer, and not both", param_hint="FILE")
    if file is None:
        decided(decide.take_newer(open_context(), name), as_json=as_json)
    else:
        decided(decide.reword(open_context(), name, read_words(file), title=title), as_json=as_json)
