"""``secretariat check-proposal``: what is to be seen to before a proposal is filed."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, print_json
from secretariat.cli.plain import say


def check_proposal(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A proposal as JSON (docs/contracts/check-proposal.md).")
    ],
    as_json: AsJson = False,
) -> None:
    """Check a proposal before it is filed: sizes, payees, stake, periods, budget. Exit 1 unless everything passed."""
    from secretariat.flow import check_proposal as checked
    from secretariat.flow.context import open_context

    found = checked.check_proposal(open_context(writes=False), file)
    if as_json:
        said = {"type": found.draft.type.name, "block": found.now.head, "filed_in": found.filed_in}
        print_json("secretariat.check-proposal/1", {**said, "ready": found.ready, "results": found.results})
    else:
        for one in found.results:
            say(f"{one.verdict:<8} {one.code}: {one.words}")
            if one.verdict != "passed":
                say(f"         {one.reason} [{one.source}]")
        counted = {
            verdict: sum(one.verdict == verdict for one in found.results)
            for verdict in ("passed", "concern", "unknown")
        }
        say(f"{counted['passed']} passed, {counted['concern']} to be seen to, {counted['unknown']} not known.")
    if not found.ready:
        raise typer.Exit(1)
