"""``secretariat standing``: approvals given ahead, listed, granted and revoked."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.listed import listed
from secretariat.cli.plain import say

app = typer.Typer(
    help="List, grant and revoke approvals given ahead to one template's words.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


@listed(app, "list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Also those that ended.")] = False, as_json: AsJson = False
) -> None:
    """List the standing approvals that hold."""
    from secretariat.flow import ask_desk
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = ask_desk.standing(context, everything=everything)
    if as_json:
        rows = [
            {
                "standing": one.name,
                "rule": one.grant.rule,
                "template": one.grant.template,
                "template_digest": one.grant.template_digest,
                "channel": one.grant.channel,
                "place": one.grant.place,
                "audience": one.grant.audience,
                "from_block": one.grant.block,
                "until_block": one.grant.until,
                "person": one.grant.taken.person,
                "at": one.grant.taken.at,
                "why": one.grant.taken.why,
                "ended": one.ended,
            }
            for one in found
        ]
        print_json("secretariat.standing/1", {"standing": rows})
        return
    if not found:
        say("No standing approval holds.")
    for one in found:
        grant = one.grant
        say(
            f"{one.name}  {grant.rule}, words of {grant.template}, to {grant.channel} {grant.place} for {grant.audience}"
        )
        say(f"      until block {grant.until:,}, by {grant.taken.person} on {grant.taken.at[:10]}: {grant.taken.why}")
        if one.ended:
            say(f"      ended: {one.ended}")


@listed(app)
def grant(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A draft whose template, rule, channel and place are meant: d34.2.")
    ],
    until: Annotated[int, typer.Option("--until", help="The last block it holds at, at most one term from now.")],
    why: Why,
    as_json: AsJson = False,
) -> None:
    """Say yes ahead to all words of a draft's template in which only facts differ."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import standing as decide

    decided(decide.grant(open_context(), name, until=until, why=why), as_json=as_json)


@listed(app)
def revoke(
    name: Annotated[str, typer.Argument(metavar="ID", help="The standing approval: s81.")],
    why: Why,
    as_json: AsJson = False,
) -> None:
    """Take a standing approval back at once."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import standing as decide

    decided(decide.revoke(open_context(), name, why=why), as_json=as_json)
