"""Deliver 200 messages with two workers that are killed 100 times: python -m bench.soak_delivery [--kills N] [--seed N].

The store is PostgreSQL; Discord, Telegram and the mail server are those of the practice network, with faults that come before and after they have accepted. Prints what
became of every item and ends with 1 when a message arrived twice, or an item is neither sent nor unconfirmed.
"""

import argparse
import sys
import time

from tests.databases import NoPostgres, new_database, postgres
from tests.faults.killed_delivery import play

ITEMS = 200


def main() -> None:
    """Play it once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261129)
    asked = parser.parse_args()
    try:
        with postgres() as server, new_database(server) as url:
            began = time.monotonic()
            played = play(url, items=ITEMS, kills=asked.kills, seed=asked.seed, longest_pause=0.9)
    except NoPostgres as error:
        sys.exit(f"There is no PostgreSQL: {error}")
    print(
        f"seed {asked.seed}: {ITEMS} items, {played.kills} kills, {played.kills_at_work} of them while there was work,"
    )
    print(
        f"{time.monotonic() - began:.0f} s; {dict(sorted(played.states.items()))}; {len(played.arrived)} messages arrived"
    )
    broken = played.broken()
    print(f"{len(broken)} broken")
    for one in broken:
        print(f"  {one}")
    if broken or played.kills < asked.kills:
        sys.exit(1)


if __name__ == "__main__":
    main()
