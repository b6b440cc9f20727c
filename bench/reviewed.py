"""One process that reviews the store of the folder it runs in twice, and prints what each took."""

import json
import time

from secretariat.flow.context import open_context
from secretariat.flow.review import review


def main() -> None:
    """Print processor seconds of a first and of an unchanged review, and what the first one changed."""
    context = open_context()
    taken, changed = [], []
    for _ in range(2):
        began = time.process_time()
        changes = review(context).changes
        taken.append(time.process_time() - began)
        changed.append(len(changes.opened) + len(changes.changed) + len(changes.closed) + len(changes.drafted))
    print(json.dumps({"seconds": taken, "changed": changed}))


if __name__ == "__main__":
    main()
