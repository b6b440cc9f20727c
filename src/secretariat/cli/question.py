"""``secretariat question``: questions on the forum that wait for an answer, and those that need none."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.listed import listed
from secretariat.cli.plain import say

app = typer.Typer(
    help="List questions on the forum, and say which need no answer.", no_args_is_help=True, rich_markup_mode=None
)
Name = Annotated[str, typer.Argument(help="p45 is post 45 of the forum, q45 post 45 of the proposals' discussions.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


@listed(app, "list")
def list_(as_json: AsJson = False) -> None:
    """List the questions of the last 14 days that nobody has answered, with those that were dismissed."""
    from secretariat.flow.context import open_context
    from secretariat.flow.open_forum import open_forum
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = open_forum(context)
    if as_json:
        print_json("secretariat.questions/1", {"head": found.head, "questions": found.questions})
        return
    for one in found.questions:
        say(f"{one.name}  {one.state}, asked in block {one.block:,}  {one.where}, {one.title}: “{one.asks}”")
    if not found.questions:
        say("No question is open.")


@listed(app)
def dismiss(name: Name, why: Why, as_json: AsJson = False) -> None:
    """Say that a question needs no answer, with the reason; it stays off the desk."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import questions

    decided(questions.dismiss(open_context(), name, why=why), as_json=as_json)


@listed(app)
def reopen(name: Name, why: Why = "", as_json: AsJson = False) -> None:
    """Say that a dismissed question waits for an answer after all."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import questions

    decided(questions.reopen(open_context(), name, why=why), as_json=as_json)
