"""A worker at a step that goes on until it may not: ``python -m tests.faults.at_a_step STORE LEASE_SECONDS``; prints each time that it may."""

import sys
import time

from secretariat import config
from secretariat.flow.context import Context
from secretariat.flow.holding import Still
from secretariat.flow.run import Step, one_step
from secretariat.store.engine import connect

BETWEEN_SECONDS = 0.1


def work(context: Context, still: Still) -> str:
    """Go on for a minute, as a long reading does, asking before each thing that it would write."""
    for _ in range(round(60 / BETWEEN_SECONDS)):
        still()
        print("at it", flush=True)
        time.sleep(BETWEEN_SECONDS)
    return "done"


def main() -> None:
    """Do the one step, and say how it ended."""
    store, seconds = sys.argv[1:]
    context = Context(config=config.Config(), engine=connect(store))
    done = one_step(context, Step(name="collect", do=work), float(seconds))
    print("ended", f"skipped={done.skipped}", done.says, flush=True)


if __name__ == "__main__":
    main()
