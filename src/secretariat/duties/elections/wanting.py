"""Wanted words of this duty: for Discord, for the thread on the chain, for a file."""

from secretariat.desk.acts import Destination
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.wanting import NO_COUNTS, Values, forum_post, forum_thread, message, role_rung
from secretariat.duties.elections.thread import thread_of, title_of
from secretariat.duties.elections.view import View


def discord(
    view: View,
    template: Template,
    values: Values,
    *,
    until: int,
    entries: tuple[Entry, ...] = (),
    rings: bool = False,
    counts: Values = NO_COUNTS,
) -> tuple[Wanted, ...]:
    """Want a message in the configured place. ``rings`` mentions the configured role, ``counts`` are as ``message`` has them."""
    return message(
        view.settings.discord,
        template,
        values,
        until=until,
        mentions=role_rung(view.settings.reminder_role, rings=rings),
        entries=entries,
        seed=view.seed,
        counts=counts,
    )


def post(
    view: View, template: Template, values: Values, *, until: int, entries: tuple[Entry, ...] = ()
) -> tuple[Wanted, ...]:
    """Want a post in the introductions thread."""
    return forum_post(
        thread_of(view), view.settings.member, template, values, until=until, entries=entries, seed=view.seed
    )


def new_thread(view: View, template: Template, values: Values, *, until: int) -> tuple[Wanted, ...]:
    """Want the introductions thread."""
    chosen = view.settings
    return forum_thread(
        view.snapshot, chosen.forum_category, chosen.member, title_of(view), template, values, until=until
    )


def file(view: View, template: Template, values: Values, *, title: str) -> tuple[Wanted, ...]:
    """Want a document written as a file under the configured name."""
    filled = fill(template, values)
    return (
        Wanted(
            part="file",
            kind="message",
            channel="file",
            destination=Destination(place=view.settings.questions_file),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=str(filled),
            form=filled.form,
        ),
    )
