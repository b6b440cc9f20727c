"""``secretariat contacts``: how the desk reaches people; taken from a file, listed, erased."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.listed import listed
from secretariat.cli.plain import say

app = typer.Typer(
    help="Keep how the desk reaches members: personal data, for secretary and deputy alone.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@listed(app, "import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file (docs/contracts/contacts-file.md).")],
    as_json: AsJson = False,
) -> None:
    """Take a contacts file, whole or not at all. Exit 1 when anything is wrong with it: then nothing is changed."""
    from secretariat.flow import contacts
    from secretariat.flow.context import open_context

    done = contacts.import_contacts(open_context(), file)
    if as_json:
        print_json("secretariat.contacts-import/1", {"taken": not done.problems, "result": done})
    else:
        for one in done.problems:
            column = f"  {one.column}" if one.column else ""
            say(f"{file}:{one.line}{column}  {one.code}  {one.says}")
        if done.problems:
            say("Nothing was changed: a file is taken whole or not at all.")
        else:
            say(f"{len(done.new)} new, {len(done.changed)} changed, {len(done.same)} as they were.")
            if done.without_consent:
                say(f"{len(done.without_consent)} without consent: of these no address is kept.")
    if done.problems:
        raise typer.Exit(1)


@listed(app, "list")
def list_(as_json: AsJson = False) -> None:
    """List every contact, with the channel that reaches the member now."""
    from secretariat.flow import contacts
    from secretariat.flow.context import open_context

    found = contacts.contacts(open_context())
    if as_json:
        print_json("secretariat.contacts/1", {"contacts": found.listed, "over_unknown": found.over_unknown})
        return
    for one in found.listed:
        way = f"{one.way} {one.contact.address(one.way)}" if one.way else f"not reached: {one.why}"
        bounced = f"  ({one.bounced})" if one.way and one.bounced else ""
        say(f"member {one.contact.member_id}  {way}{bounced}{'  (its time is over)' if one.over else ''}")
    if found.over_unknown:
        say(f"Nobody's time is known to be over, and none is erased: {found.over_unknown.removesuffix('.')}.")
    if not found.listed:
        say("No contact is kept.")


@listed(app)
def erase(
    member: Annotated[int, typer.Argument(metavar="MEMBER", help="The member id.")],
    why: Annotated[str, typer.Option("--why", help="Why, kept in the journal.")],
    as_json: AsJson = False,
) -> None:
    """Erase a member's contact for good."""
    from secretariat.flow import contacts
    from secretariat.flow.context import open_context

    decided(contacts.erase(open_context(), member, why=why), as_json=as_json)


@listed(app)
def suggest(as_json: AsJson = False) -> None:
    """Ask the query node what members in office without a working contact say of themselves. Anybody can write anything there: ask them first."""
    from secretariat.flow.context import open_context
    from secretariat.flow.suggest import suggestions

    found = suggestions(open_context(writes=False))
    if as_json:
        print_json("secretariat.contacts-suggest/1", {"suggestions": found})
        return
    for one in found:
        usable = "" if one.usable else ", not in the form that a contacts file takes"
        say(
            f"member {one.member_id} ({one.handle})  {one.reach}  {one.value}  (unverified: written on the chain{usable})"
        )
    if not found:
        say("Nobody in office without a working contact says how to reach them.")
