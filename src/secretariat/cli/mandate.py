"""``secretariat mandate``: who holds the office, recorded, confirmed and shown."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.listed import listed
from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.facts.mandates import Mandate

app = typer.Typer(help="Record, confirm and show who holds the office.", no_args_is_help=True, rich_markup_mode=None)
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


@listed(app)
def record(
    secretary: Annotated[int, typer.Option(help="The secretary's member id.")],
    first: Annotated[int, typer.Option(help="The first block of the mandate.")],
    last: Annotated[int, typer.Option(help="The last block of the mandate.")],
    why: Why,
    deputy: Annotated[int | None, typer.Option(help="The deputy's member id.")] = None,
    proposal: Annotated[int | None, typer.Option(help="The executed proposal that elected them.")] = None,
    as_json: AsJson = False,
) -> None:
    """Write down who holds the office from block to block; it counts once a council member confirms it."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import mandates

    said = mandates.record(
        open_context(), secretary=secretary, deputy=deputy, proposal=proposal, first=first, last=last, why=why
    )
    decided(said, as_json=as_json)


@listed(app)
def confirm(
    name: Annotated[str, typer.Argument(metavar="ID", help="The mandate: m90.")], why: Why, as_json: AsJson = False
) -> None:
    """Say, as somebody of the council, that a recorded mandate is so."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import mandates

    found = mandates.confirm(open_context(), name, why=why)
    if as_json:
        rotate = [{"name": one.name, "what": one.what, "here": one.here} for one in found.rotate]
        print_json("secretariat.decision/1", {"done": found.done, "rotate": rotate})
        return
    say(found.done)
    if found.rotate:
        say("Whoever had the office before may know these; make each anew where it was given out:")
    for one in found.rotate:
        say(f"  {one.line}")


@listed(app)
def show(as_json: AsJson = False) -> None:
    """Show every recorded mandate, and whether the office is only acting now."""
    from secretariat.flow import ask_desk
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = ask_desk.office(context)
    if as_json:
        rows = [_row(one) for one in found.mandates]
        print_json("secretariat.mandate/1", {"block": found.now.block, "acting": found.acting, "mandates": rows})
        return
    say(
        "The office is acting: no confirmed mandate covers this block."
        if found.acting
        else "A confirmed mandate covers this block."
    )
    for one in found.mandates:
        row = _row(one)
        deputy = "" if row["deputy"] is None else f", deputy member {row['deputy']}"
        by = f"confirmed by {row['confirmed_by']}" if row["confirmed_by"] else "not confirmed"
        say(
            f"{row['mandate']}  secretary member {row['secretary']}{deputy}, blocks {row['first_block']:,} to {row['last_block']:,}, {by}"
        )


def _row(mandate: "Mandate") -> dict[str, Any]:
    record, confirmed = mandate.record, mandate.confirmed
    return {
        "mandate": mandate.name,
        "secretary": record.secretary,
        "deputy": record.deputy,
        "proposal": record.proposal,
        "first_block": record.first,
        "last_block": record.last,
        "recorded_by": record.taken.person,
        "recorded_at": record.taken.at,
        "confirmed_by": confirmed.taken.person if confirmed else None,
        "confirmed_at": confirmed.taken.at if confirmed else None,
    }
