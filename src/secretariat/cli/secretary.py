"""``secretariat secretary``: who is willing to serve, which proposal elects them, and what they may do on GitHub."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided
from secretariat.cli.listed import listed

app = typer.Typer(
    help="Note who is willing to serve as secretary, and what came of it.", no_args_is_help=True, rich_markup_mode=None
)
Council = Annotated[int | None, typer.Option("--council", help="The council's number; the one in office unless told.")]
Why = Annotated[str, typer.Option("--why", help="Where it was said, kept in the journal.")]
Member = Annotated[int, typer.Argument(metavar="MEMBER", help="The member id.")]


@listed(app)
def willing(
    member: Member,
    deputy: Annotated[int | None, typer.Option(help="The member id of the deputy.")] = None,
    github: Annotated[str, typer.Option(help="Their name on GitHub.")] = "",
    account: Annotated[str, typer.Option(help="The address that stakes for their proposal.")] = "",
    asks_draft: Annotated[bool, typer.Option("--asks-draft", help="They asked for the draft of a proposal.")] = False,
    filed_by: Annotated[int | None, typer.Option(help="The member who files it, where that is another one.")] = None,
    council: Council = None,
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Note that a member is willing to serve as secretary."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import secretary

    said = secretary.willing(
        open_context(),
        member,
        deputy=deputy,
        github=github,
        account=account,
        asks=asks_draft,
        filed_by=filed_by,
        council=council,
        why=why,
    )
    decided(said, as_json=as_json)


@listed(app, name="not-willing")
def not_willing(member: Member, council: Council = None, why: Why = "", as_json: AsJson = False) -> None:
    """Note that a member is not willing any more."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import secretary

    decided(secretary.not_willing(open_context(), member, council=council, why=why), as_json=as_json)


@listed(app)
def proposal(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The proposal.")],
    does_not: Annotated[bool, typer.Option("--does-not", help="It does not elect the secretary.")] = False,
    names: Annotated[int | None, typer.Option(help="The member id of whom it names.")] = None,
    council: Council = None,
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Note that a proposal elects the secretary for the term, or that it does not."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import secretary

    said = secretary.proposal(open_context(), number, elects=not does_not, member=names, council=council, why=why)
    decided(said, as_json=as_json)


@listed(app)
def permission(
    level: Annotated[str, typer.Argument(metavar="LEVEL", help="none, read, triage, write, maintain or admin.")],
    council: Council = None,
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Note what the secretary may do in the repository on GitHub."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import secretary

    decided(secretary.permission(open_context(), level, council=council, why=why), as_json=as_json)
