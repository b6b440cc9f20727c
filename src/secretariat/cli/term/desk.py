"""The desk of a played term, a process of its own: it syncs, reviews and delivers whenever it is told that time has passed."""

from typing import Any

from secretariat.cli.term.commands import Said, command, serve

PUBLISHED = "public"
"""The folder of the desk that everybody can see."""


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Look at the network and send what is approved, or only send or publish (``only`` is ``deliver`` or ``publish``).

    Gives what was sent, by text and receipt, and in ``trouble`` what a command complained of.
    """
    if asked.get("only") == "publish":
        said = command("publish", "--out", PUBLISHED)
        return {"sent": [], "trouble": [f"publish: {_why(said)}"] if said.code else []}
    names = ("deliver",) if asked.get("only") == "deliver" else ("sync", "review", "deliver")
    done = {name: command(name, "--json") for name in names}
    sent = [one for one in done["deliver"].lines if one["state"] == "sent"]
    return {"sent": sent, "trouble": [f"{name}: {_why(said)}" for name, said in done.items() if said.code]}


def _why(said: Said) -> str:
    return said.why or f"exit code {said.code}: {said.out[-2_000:]}"


if __name__ == "__main__":
    serve(answer)
