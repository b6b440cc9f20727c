"""``secretariat doctor``: look at configuration, store, clock and sources, and say what to do."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from secretariat.cli.plain import say

SIGNS = {"ok": "ok     ", "warning": "WARNING", "failed": "FAILED "}


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Check configuration, store, disk, clock, and every live source; each line says what to do. Exit 1 when one fails."""
    from secretariat.flow.doctor import examine

    checks = []
    for check in examine():
        checks.append(check)
        if not as_json:
            say(f"{SIGNS[check.verdict]} {check.name}: {check.found}")
            if check.remedy:
                say(f"        {check.remedy}")
    failed = [check for check in checks if check.verdict == "failed"]
    if as_json:
        answer = {"contract": "secretariat.doctor/1", "well": not failed, "checks": [asdict(check) for check in checks]}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=1))
    if failed:
        raise typer.Exit(1)
