"""``secretariat report``: which reports of the term came, are announced late, or are excused."""

from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, decided
from secretariat.cli.listed import listed

app = typer.Typer(
    help="Note which reports of the term came, or come late.", no_args_is_help=True, rich_markup_mode=None
)
Kind = Annotated[str, typer.Argument(help="group-report, council-report, council-plan or group-plan.")]
Group = Annotated[str, typer.Option("--group", help="The working group, such as storage.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


@listed(app)
def received(
    report: Kind,
    thread: Annotated[int, typer.Option(help="The number of the thread that it is in.")],
    group: Group = "",
    as_json: AsJson = False,
) -> None:
    """Note that a report was received in a thread."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import reports

    decided(reports.note(open_context(), report, "received", group=group, thread=thread), as_json=as_json)


@listed(app)
def late(
    report: Kind,
    until: Annotated[int, typer.Option(help="The block by which it comes, at most 14,400 after its due block.")],
    why: Why,
    told: Annotated[
        int | None,
        typer.Option(min=0, help="The block by which they told of it, the due one at most; without it, the present."),
    ] = None,
    group: Group = "",
    as_json: AsJson = False,
) -> None:
    """Note that a report was announced to come late, before it was due."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import reports

    done = reports.note(open_context(), report, "late", group=group, until=until, told=told, why=why)
    decided(done, as_json=as_json)


@listed(app)
def excused(report: Kind, why: Why, group: Group = "", as_json: AsJson = False) -> None:
    """Note that a report is excused, with the reason."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import reports

    decided(reports.note(open_context(), report, "excused", group=group, why=why), as_json=as_json)
