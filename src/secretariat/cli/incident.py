"""``secretariat incident``: what of a term somebody may have to explain in the report on it; a person says yes or no to each."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.listed import listed
from secretariat.cli.plain import say

app = typer.Typer(
    help="List incidents of the term, and say which enter the report on it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Name = Annotated[str, typer.Argument(help="The incident as the list names it, such as council-7/expired-12.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


@listed(app, "list")
def list_(as_json: AsJson = False) -> None:
    """List the incidents of this term and of the one before, proposed or decided about."""
    from secretariat.flow.context import open_context
    from secretariat.flow.incidents import incidents_now
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = incidents_now(context)
    if as_json:
        print_json("secretariat.incidents/1", {"head": found.head, "incidents": found.incidents})
        return
    for one in found.incidents:
        by = f" by {one.by}" + (f" ({one.why})" if one.why else "") if one.by else ""
        say(f"{one.name}  {one.state}{by}: {one.says}  [{'; '.join(one.sources)}]")
    if not found.incidents:
        say("The facts tell of no incident.")


@listed(app)
def enter(name: Name, why: Why = "", as_json: AsJson = False) -> None:
    """Say yes: the incident enters the report on the term."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import incidents

    decided(incidents.enter(open_context(), name, why=why), as_json=as_json)


@listed(app)
def leave_out(name: Name, why: Why, as_json: AsJson = False) -> None:
    """Say no: the incident enters no report."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import incidents

    decided(incidents.leave_out(open_context(), name, why=why), as_json=as_json)
