"""``secretariat review``: work out what is due from the facts, and bring the desk in line with it."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.desk.reconcile import Silence
    from secretariat.flow.review import Reviewed

CONTRACT = "secretariat.review/1"


def review(
    as_json: Annotated[bool, typer.Option("--json", help="Print secretariat.review/1 as JSON.")] = False,
) -> None:
    """Work out what is due from the facts as the last sync read them, bring the desk in line, and print what changed.

    Like ``run`` it works as a service, without SECRETARIAT_PERSON, or as a person who may deliver. Exit 1 when a duty failed.
    """
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_runner
    from secretariat.flow.review import review as run_review
    from secretariat.flow.steps import remember

    context = open_context()
    check_runner(context)
    done = run_review(context)
    remember(context, "review", "; ".join(done.silence.duties.values()))
    if as_json:
        typer.echo(json.dumps(told(done), ensure_ascii=False, indent=1))
    else:
        for line in lines(done):
            say(line)
    if done.silence.duties:
        raise typer.Exit(1)


def told(done: "Reviewed") -> dict[str, Any]:
    """Give what a review changed as the contract ``secretariat.review/1`` has it."""
    changes = done.changes
    return {
        "contract": CONTRACT,
        "at": done.now.at,
        "block": done.now.block,
        "changed_nothing": done.nothing,
        "opened": [
            {"task": f"t{done.numbers[each.key]}", "key": each.key, "title": each.title} for each in changes.opened
        ],
        "changed": [{"task": f"t{each.number}", "key": each.finding.key} for each in changes.changed],
        "closed": [{"task": f"t{number}", "why": why} for number, why in changes.closed],
        "drafted": [
            {"key": each.key, "part": each.wanted.part, "draft": done.texts.get((each.key, each.wanted.part))}
            for each in changes.drafted
        ],
        "newer_words": [draft.name for draft, newer in changes.newer if newer is not None],
        "withdrawn": [{"draft": draft.name, "why": why} for draft, why in changes.withdrawn],
        "approved_ahead": [{"draft": draft, "standing": standing} for draft, standing in done.approved_ahead],
        "complete": [{"draft": draft, "item": item} for draft, item in done.complete],
        "waiting": [{"key": key, "part": part, "why": why} for key, part, why in done.waiting],
        "failed_duties": [{"duty": name, "why": why} for name, why in sorted(done.silence.duties.items())],
        "unsure_duties": [{"duty": name, "why": why} for name, why in sorted(done.silence.unsure.items())],
        "silent_sources": [{"source": name, "why": why} for name, why in sorted(done.silence.sources.items())],
    }


def lines(done: "Reviewed") -> Iterator[str]:
    """Give what a review changed as lines."""
    changes = done.changes
    for each in changes.opened:
        yield f"opened     t{done.numbers[each.key]}  {each.title}  ({each.key})"
    for known in changes.changed:
        yield f"changed    t{known.number}  {known.finding.title}"
    for number, why in changes.closed:
        yield f"closed     t{number}  {done.titles[number]}: {why}"
    for to_draft in changes.drafted:
        anew = "" if to_draft.after is None else f", anew after {to_draft.after.name}"
        name = done.texts.get((to_draft.key, to_draft.wanted.part), "")
        yield f"drafted    {name}  {to_draft.wanted.part} of {to_draft.key}{anew}"
    for draft, newer in changes.newer:
        yield f"newer      {draft.name}: {'other words are wanted now' if newer else 'its words are wanted again'}"
    for draft, why in changes.withdrawn:
        yield f"withdrawn  {draft.name}: {why}"
    for name, standing in done.approved_ahead:
        yield f"approved   {name} by the standing approval {standing}"
    for name, item in done.complete:
        yield f"on its way {name} as {item}: no other yes is needed any more"
    if done.nothing:
        yield "Nothing changed."
    for key, part, why in done.waiting:
        yield f"waits      {part} of {key}: {why}"
    yield from _silences(done.silence)


def _silences(silence: "Silence") -> Iterator[str]:
    for name, why in sorted(silence.sources.items()):
        yield f"silent     {name}: {why}; what rests on it stays as it is"
    for why in silence.unsure.values():
        yield f"silent     {why}; what rests on the query node stays as it is"
    for why in silence.duties.values():
        yield f"failed     {why}; what it concluded before stays"
