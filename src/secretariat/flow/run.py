"""Run: the steps in their order, each under a lease, again and again or once; one that fails stops no other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from secretariat.clients.bounds import WireSettings
from secretariat.clients.failures import CallFailed
from secretariat.clients.http import open_wire, touch
from secretariat.desk.outbox import Item
from secretariat.errors import SecretariatError
from secretariat.flow.contacts import erase_what_is_over
from secretariat.flow.context import Context
from secretariat.flow.deliver import Look, deliver
from secretariat.flow.fresh_chain import FreshChain
from secretariat.flow.hand_off.follow import Progress, follow_all
from secretariat.flow.holding import LEASE_SECONDS, Still, always, holding, machine_now
from secretariat.flow.look import Looking
from secretariat.flow.review import review
from secretariat.flow.run_settings import RunSettings, WatchSettings
from secretariat.flow.senders import senders
from secretariat.flow.sending import Delivered
from secretariat.flow.steps import INCOMPLETE, remember
from secretariat.flow.sync.run import NothingConfigured, sync
from secretariat.store.engine import reading
from secretariat.store.leases import LeaseTaken
from secretariat.store.steps import steps_known


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: its name, and what does it (gives a sentence); that asks, before it writes or sends further, whether it still may."""

    name: str
    do: Callable[[Context, Still], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What came of one step. ``skipped`` says that another worker is at it, from the beginning or since it took it over."""

    name: str
    says: str
    failed: bool = False
    skipped: bool = False


def _collect(context: Context, still: Still) -> str:
    try:
        done = sync(context, progress=lambda _: still())
    except NothingConfigured:
        return "no source is configured"
    still()
    if not done.complete:
        raise _Incomplete(INCOMPLETE)
    over = erase_what_is_over(context)
    return "every list is complete" + (f"; {len(over)} contacts were erased, as their time was over" if over else "")


class _Incomplete(SecretariatError):
    """A step did something, and not all."""


def _review(context: Context, still: Still) -> str:
    del still  # a review has a lease of its own, checked last in its one transaction
    done = review(context)
    if done.silence.duties:
        raise _Incomplete("; ".join(done.silence.duties.values()))
    changes = done.changes
    said = f"{len(changes.opened)} opened, {len(changes.closed)} closed, {len(changes.drafted)} drafted"
    return "; ".join([said, *(f"{name}: {why}" for name, why in sorted(done.silence.unsure.items()))])


def _deliver(context: Context, still: Still) -> str:
    states: dict[str, int] = {}
    failures = []
    for one in delivering(context, still):
        if isinstance(one, SecretariatError):
            failures.append(str(one))
            continue
        state = f"{one.state} on the chain" if isinstance(one, Progress) else one.state
        states[state] = states.get(state, 0) + 1
    if failures:
        raise _Incomplete(failures[0])
    return ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "nothing to send"


def delivering(context: Context, still: Still = always) -> Iterator[Delivered | Progress | SecretariatError]:
    """Send what is due, then take one step with every signed act that is on its way to its block; gives each as it is done.

    Where a chain is configured it is read anew before an item that names people, if the last reading is older than a minute.
    Raises what ``still`` raises, before an item is sent. That each is sent once does not rest on it: each is claimed by one worker.
    """
    from secretariat.duties.register import DUTIES

    looking = Looking(context=context, duties=DUTIES, machine=machine_now)
    chain = FreshChain(context=context, machine=machine_now)

    def look(item: Item) -> Look:
        still()
        if chain.read_for(item.act):
            looking.forget()
        return looking(item)

    yield from deliver(context.engine, senders(context), look, machine_now)
    still()
    yield from follow_all(context)


STEPS = (
    Step(name="collect", do=_collect),
    Step(name="review", do=_review),
    Step(name="deliver", do=_deliver),
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


def one_step(context: Context, step: Step, lease_seconds: float = LEASE_SECONDS) -> Done:
    """Do one step under its lease, and remember how it ended. Only a defect of the program is raised.

    The lease is renewed as long as this process works, so that another one takes the step over at most ``lease_seconds`` after this one
    was killed. A worker that lost it, for it stood still as long, stops at the next thing that it would write or send.
    """
    failure, says = "", ""
    try:
        with holding(context.engine, f"run/{step.name}", lease_seconds) as held:
            says, failure = _ended(context, step, held.still)
    except LeaseTaken as error:
        return Done(name=step.name, says=str(error), skipped=True)
    if held.lost is not None:
        return Done(name=step.name, says=str(held.lost), skipped=True)
    remember(context, step.name, failure)
    return Done(name=step.name, says=failure or says, failed=bool(failure))


def _ended(context: Context, step: Step, still: Still) -> tuple[str, str]:
    """Do a step; gives what it says, and why it failed or nothing. Raises LeaseTaken where somebody reviews by hand."""
    try:
        return step.do(context, still), ""
    except LeaseTaken:
        raise
    except SecretariatError as error:
        return "", str(error)


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
