"""The command line: every command, and the one place where expected errors become a message and exit code 2."""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError  # typer gives them no public name

from secretariat.cli import (
    advise,
    archive,
    check_proposal,
    check_text,
    contacts,
    deadlines,
    deliver,
    demo,
    desk,
    devnet,
    doctor,
    drafts,
    incident,
    init,
    journal,
    mandate,
    own,
    problems,
    publish,
    question,
    report,
    review,
    role,
    secretary,
    serve,
    show,
    sign,
    standing,
    sync,
    table,
    tasks,
)
from secretariat.cli.listed import listed
from secretariat.cli.plain import plain
from secretariat.errors import SecretariatError

app = typer.Typer(
    name="secretariat",
    help="The desk of the Joystream DAO's council secretary.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


listed(app, "import")(archive.import_)
listed(app, "table")(table.table)
app.add_typer(problems.app, name="problems", short_help=problems.app.info.help)
listed(app, "deadlines")(deadlines.deadlines)
listed(app, "check-text")(check_text.check_text)
listed(app, "advise")(advise.advise)
listed(app, "check-proposal")(check_proposal.check_proposal)
listed(app, "publish")(publish.publish)
listed(app, "demo")(demo.demo)
app.add_typer(devnet.app, name="devnet", short_help=devnet.app.info.help)
listed(app, "role")(role.role)
listed(app, "init")(init.init)
listed(app, "sync")(sync.sync)
listed(app, "deliver")(deliver.deliver)
listed(app, "run")(deliver.run)
listed(app, "status")(sync.status)
listed(app, "doctor")(doctor.doctor)
listed(app, "review")(review.review)
listed(app, "tasks")(tasks.tasks)
listed(app, "alerts")(tasks.alerts)
listed(app, "drafts")(drafts.drafts)
listed(app, "show")(show.show)
listed(app, "approve")(drafts.approve)
listed(app, "reject")(drafts.reject)
listed(app, "reword")(drafts.reword)
listed(app, "snooze")(tasks.snooze)
listed(app, "settle")(show.settle)
app.add_typer(standing.app, name="standing", short_help=standing.app.info.help)
app.add_typer(own.app, name="note", short_help=own.app.info.help)
listed(app, "write")(own.write)
app.add_typer(mandate.app, name="mandate", short_help=mandate.app.info.help)
app.add_typer(contacts.app, name="contacts", short_help=contacts.app.info.help)
app.add_typer(report.app, name="report", short_help=report.app.info.help)
app.add_typer(incident.app, name="incident", short_help=incident.app.info.help)
app.add_typer(question.app, name="question", short_help=question.app.info.help)
app.add_typer(secretary.app, name="secretary", short_help=secretary.app.info.help)
listed(app, "journal")(journal.journal)
listed(app, "verify")(journal.verify)
listed(app, "sign")(sign.sign)
listed(app, "serve")(serve.serve)
listed(app, "desk")(desk.desk)


def run() -> None:
    """Run a command; an expected error is printed and ends with exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a sign shows its number
    try:
        problems.check_negative(sys.argv[1:])
        sys.exit(app(standalone_mode=False))
    except UsageError as error:
        _stop_usage(error)
    except typer.Abort:
        _stop("Stopped.")
    except SecretariatError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # the reader, such as head, has seen enough
        sys.exit(0)
    except OSError as error:
        _stop(f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.")


def _stop_usage(error: UsageError) -> NoReturn:
    """Say what is wrong with what was typed, and which help tells more; a command that only groups others prints its help."""
    said, context = error.format_message().strip(), error.ctx
    if isinstance(error, NoArgsIsHelpError):
        sys.stdout.write(f"{said}\n")
        sys.exit(error.exit_code)
    command = " ".join(context.command_path.split()[1:]) if context is not None else ""
    command = command.removeprefix("-m secretariat").strip()
    dot = "" if said.endswith((".", "?", "!")) else "."
    _stop(f"{said}{dot} Try `secretariat {f'{command} ' if command else ''}--help`.")


def _stop(message: str) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:  # what cannot be written would be tried again, and complained of, as the program ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(f"secretariat: {plain(message)}\n")
    sys.exit(2)
