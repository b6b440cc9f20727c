"""Run: the steps in their order, each under a lease, again and again or once; one that fails stops no other."""

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from secretariat.clients.bounds import WireSettings
from secretariat.clients.failures import CallFailed
from secretariat.clients.http import open_wire, touch
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment, moment_of
from secretariat.flow.contacts import erase_what_is_over
from secretariat.flow.context import Context, machine_time
from secretariat.flow.deliver import deliver
from secretariat.flow.hand_off.follow import Progress, follow_all
from secretariat.flow.look import Looking
from secretariat.flow.review import review
from secretariat.flow.run_settings import RunSettings, WatchSettings
from secretariat.flow.senders import senders
from secretariat.flow.sending import Delivered
from secretariat.flow.steps import INCOMPLETE, remember
from secretariat.flow.sync.run import NothingConfigured, sync
from secretariat.store import leases
from secretariat.store.engine import reading, writing
from secretariat.store.leases import LeaseTaken
from secretariat.store.steps import steps_known


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: its name, how long it may take before another worker may begin it, and what does it (gives a sentence)."""

    name: str
    longest_seconds: int
    do: Callable[[Context], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What came of one step. ``skipped`` says that another worker is at it."""

    name: str
    says: str
    failed: bool = False
    skipped: bool = False


def _collect(context: Context) -> str:
    try:
        done = sync(context)
    except NothingConfigured:
        return "no source is configured"
    if not done.complete:
        raise _Incomplete(INCOMPLETE)
    over = erase_what_is_over(context)
    return "every list is complete" + (f"; {len(over)} contacts were erased, as their time was over" if over else "")


class _Incomplete(SecretariatError):
    """A step did something, and not all."""


def _review(context: Context) -> str:
    done = review(context)
    if done.silence.duties:
        raise _Incomplete("; ".join(done.silence.duties.values()))
    changes = done.changes
    return f"{len(changes.opened)} opened, {len(changes.closed)} closed, {len(changes.drafted)} drafted"


def _deliver(context: Context) -> str:
    states: dict[str, int] = {}
    failures = []
    for one in delivering(context):
        if isinstance(one, SecretariatError):
            failures.append(str(one))
            continue
        state = f"{one.state} on the chain" if isinstance(one, Progress) else one.state
        states[state] = states.get(state, 0) + 1
    if failures:
        raise _Incomplete(failures[0])
    return ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "nothing to send"


def delivering(context: Context) -> Iterator[Delivered | Progress | SecretariatError]:
    """Send what is due, then take one step with every signed act that is on its way to its block; gives each as it is done."""
    from secretariat.duties.register import DUTIES

    looking = Looking(context=context, duties=DUTIES, machine=machine_now)
    yield from deliver(context.engine, senders(context), looking, machine_now)
    yield from follow_all(context)


STEPS = (
    Step(name="collect", longest_seconds=1_800, do=_collect),
    Step(name="review", longest_seconds=300, do=_review),
    Step(name="deliver", longest_seconds=1_800, do=_deliver),
)


def run_once(context: Context, steps: tuple[Step, ...] = STEPS) -> Iterator[Done]:
    """Do every step once, in order; then tell the heartbeat, if all of them succeeded."""
    well = True
    for step in steps:
        done = one_step(context, step)
        well = well and not done.failed
        yield done
    if well:
        yield from _beat(context)


def due_steps(context: Context, steps: tuple[Step, ...] = STEPS) -> tuple[Step, ...]:
    """List the steps whose time has come, by when each last ended."""
    settings: RunSettings = context.config.settings.get("run", RunSettings())
    now = machine_now()
    with reading(context.engine) as connection:
        known = steps_known(connection)
    found = []
    for step in steps:
        last = known.get(step.name)
        ended = max((at for at in (last.succeeded_at, last.failed_at) if at), default=None) if last else None
        every = timedelta(seconds=getattr(settings, f"{step.name}_seconds"))
        if ended is None or datetime.fromisoformat(ended) + every <= now:
            found.append(step)
    return tuple(found)


def one_step(context: Context, step: Step) -> Done:
    """Do one step under its lease, and remember how it ended. Only a defect of the program is raised."""
    name = f"run/{step.name}"
    started = machine_now()
    until = Moment(moment_of(started + timedelta(seconds=step.longest_seconds)))
    try:
        with writing(context.engine) as connection:
            lease = leases.take(connection, name, _holder(), now=Moment(moment_of(started)), until=until)
    except LeaseTaken as error:
        return Done(name=step.name, says=str(error), skipped=True)
    failure, says = "", ""
    try:
        says = step.do(context)
    except LeaseTaken as error:  # somebody reviews by hand
        return Done(name=step.name, says=str(error), skipped=True)
    except SecretariatError as error:
        failure = str(error)
    finally:
        with writing(context.engine) as connection:
            leases.release(connection, lease, now=Moment(machine_time()))
    remember(context, step.name, failure)
    return Done(name=step.name, says=failure or says, failed=bool(failure))


def _beat(context: Context) -> Iterator[Done]:
    """Fetch the heartbeat's address; that it cannot be reached is told and fails no run."""
    watch: WatchSettings = context.config.settings.get("watch", WatchSettings())
    if not watch.heartbeat_url:
        return
    bounds: WireSettings = context.config.settings.get("wire", WireSettings())
    try:
        with open_wire(bounds) as wire:
            touch(wire, watch.heartbeat_url)
    except CallFailed as error:
        yield Done(name="heartbeat", says=str(error), failed=True)


def _holder() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def machine_now() -> datetime:
    """Give the machine's time in UTC."""
    return datetime.fromisoformat(machine_time()).astimezone(UTC)
