"""``secretariat journal`` and ``verify``: every decision as it was taken, and whether it still is what it was."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from secretariat.cli.json_out import AsJson, print_json
from secretariat.cli.plain import say


def journal(
    person: Annotated[str | None, typer.Option(help="Only what this person decided.")] = None,
    action: Annotated[str | None, typer.Option(help="Only this action, such as draft.approve.")] = None,
    subject: Annotated[str | None, typer.Option(help="Only what is about this, such as d34.2.")] = None,
    as_json: AsJson = False,
) -> None:
    """Print the journal, oldest first; with --json whole entries with their bodies and digests, for keeping elsewhere."""
    from secretariat.cli.desk_text import entry_line
    from secretariat.desk.shown import shown_entry
    from secretariat.flow import ask_journal
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context, "read journal")
    asked = {"person": person, "action": action, "subject": subject}
    found = [
        (seq, entry)
        for seq, entry in ask_journal.journal(context)
        if all(wanted is None or getattr(entry, name) == wanted for name, wanted in asked.items())
    ]
    if as_json:
        rows = [{"seq": seq, **asdict(entry), "body": json.loads(entry.body)} for seq, entry in found]
        print_json("secretariat.journal/1", {"entries": rows})
        return
    if not found:
        say(
            "The journal has no such entry."
            if any(asked.values())
            else "The journal is empty: nobody decided anything yet."
        )
    for seq, entry in found:
        say(entry_line(shown_entry(seq, entry)))


def verify(
    digest: Annotated[
        str,
        typer.Option(help="A last entry's digest that you noted earlier: check that it still stands in the chain."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Check that no entry of the journal was changed, and that texts and outbox are what people said yes to. Exit 1 if not.

    Entries cut off at the end leave a whole chain: note the last entry's digest elsewhere, and give it later with --digest.
    """
    from secretariat.flow import ask_journal
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context, "verify journal")
    found = ask_journal.verify(context, digest)
    if as_json:
        print_json("secretariat.verify/1", {"well": not found.wrong, **asdict(found)})
    else:
        say(f"{found.entries:,} entries, {found.texts:,} texts and {found.items:,} outbox items were checked.")
        if found.last:
            say(
                f"The last entry's digest is {found.last}. Note it elsewhere; `secretariat verify --digest` checks it later."
            )
        if found.noted_entry is not None:
            say(f"The digest you noted is that of entry {found.noted_entry:,}, which still stands in the chain.")
        for line in found.wrong:
            say(line)
        if not found.wrong:
            say("Everything is as it was decided.")
    if found.wrong:
        raise typer.Exit(1)
