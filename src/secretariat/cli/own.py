"""``secretariat note`` and ``write``: what a person of the desk wants to remember, and words of their own to be sent."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided
from secretariat.cli.listed import listed

app = typer.Typer(
    help="Note what was promised, heard or asked, so that it is not forgotten.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@listed(app)
def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to remember.")],
    due: Annotated[str | None, typer.Option("--due", help="A block, or a day or time in UTC.")] = None,
    each_term: Annotated[
        int | None,
        typer.Option("--each-term", metavar="BLOCKS", help="Due in every term, so many blocks after its first."),
    ] = None,
    owner: Annotated[str, typer.Option(help="Whose task it becomes: secretary or deputy.")] = "secretary",
    audience: Annotated[str, typer.Option(help="Whom it is for: public, council or desk.")] = "desk",
    as_json: AsJson = False,
) -> None:
    """Note something; it stands on the desk until it is done with."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import own

    said = own.add_note(open_context(), text, due=due, each_term=each_term, owner=owner, audience=audience)
    decided(said, as_json=as_json)


@listed(app)
def done(
    name: Annotated[str, typer.Argument(metavar="ID", help="The note: n3; or own words to take back: w5.")],
    why: Annotated[str, typer.Option("--why", help="What came of it, kept in the journal.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say that a note is done with, of one that comes back in this term; or take own words back."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import own

    decided(own.done_with_note(open_context(), name, why=why), as_json=as_json)


def write(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The words, as UTF-8 text; - for standard input.")],
    channel: Annotated[
        str,
        typer.Option(
            help="discord/PLACE, telegram/PLACE, email/PLACE, telegram/member/NUMBER or email/member/NUMBER (by their contact), "
            "file/NAME, forum/THREAD, forum-category/CATEGORY (a new thread) or proposal/NUMBER."
        ),
    ],
    title: Annotated[str, typer.Option(help="The title of a new thread.")] = "",
    reply_to: Annotated[int | None, typer.Option("--reply-to", help="The post it answers.")] = None,
    why: Annotated[str, typer.Option("--why", help="What it is for, kept in the journal.")] = "",
    as_json: AsJson = False,
) -> None:
    """Take words of your own for a channel; they are approved and sent like all others."""
    from secretariat.cli.drafts import read_words
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import own

    words = read_words(file)
    said = own.write(open_context(), words, channel=channel, title=title, reply_to=reply_to, why=why)
    decided(said, as_json=as_json)
