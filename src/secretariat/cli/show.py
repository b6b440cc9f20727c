"""``secretariat show`` and ``settle``: one thing on the desk with its history, and what became of one that was sent."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.plain import say


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="t12, d34 (its newest text), d34.2 or o7.")],
    as_json: AsJson = False,
) -> None:
    """Show a task, an alert, a draft or an outbox item with its evidence, its words and what people decided."""
    from secretariat.cli.desk_text import item_lines
    from secretariat.flow import ask_desk
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = ask_desk.item(context, name)
    if as_json:
        content = {"at": found.now.at, "block": found.now.block, "task": found.task, "draft": found.draft}
        more = {"revisions": found.revisions, "item": found.item, "history": found.history}
        print_json("secretariat.item/1", {**content, **more})
        return
    for line in item_lines(found):
        say(line)


def settle(
    name: Annotated[str, typer.Argument(metavar="ID", help="The outbox item: o7.")],
    why: Annotated[str, typer.Option("--why", help="How you know, kept in the journal.")],
    sent: Annotated[bool, typer.Option("--sent", help="It arrived.")] = False,
    again: Annotated[bool, typer.Option("--send-again", help="It did not arrive: send it again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what became of an item that is unconfirmed or failed."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import findings

    if sent == again:
        raise typer.BadParameter("say --sent or --send-again", param_hint="--sent")
    decided(findings.settle(open_context(), name, sent=sent, why=why), as_json=as_json)
