"""Which document of the store a file is: the same one, perhaps at another path by now, or a new one."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from secretariat.sources.archives.places import network_in

TOP_FOLDERS = ("archives", "contributions", "council")
"""The folders at the top of the community repository. ``archives`` comes first: it holds a ``council`` of its own."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """The path every file is known by from now on, and the stored path of those that had another one until now."""

    paths: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def names_of(
    root: Path, relatives: Iterable[str], known: Mapping[str, str], digest: Callable[[str], str | None]
) -> Names:
    """Name every file below ``root`` (given by its path from there) so that one file is always one document.

    ``known`` gives path and digest of every stored document; ``digest`` that of a file, None where it cannot be told.
    A part of the archive is known by its place in the whole: by the folders it lies in, else by what the store has.
    When the part was there first, the whole gives its documents their full path. A file with the content of a stored
    document that is not at its place any more is that document. What fits several is a new document.
    """
    above = _above(root)
    placed = {relative: "/".join((*above, relative)) for relative in relatives}
    within = _folder_in_store(placed.values(), known)
    placed = {relative: within + path for relative, path in placed.items()}
    free = set(known) - set(placed.values())
    paths, moved = {}, {}
    for relative in sorted(placed, key=lambda name: (-name.count("/"), name)):
        path = paths[relative] = placed[relative]
        if path in known:
            continue
        longer = nearest(os.path.abspath(root / relative), [one for one in free if one.endswith(f"/{relative}")])
        shorter = [one for one in free if path.endswith(f"/{one}")]
        if longer:
            free.discard(longer)
            paths[relative] = longer
        elif len(shorter) == 1 and _only(shorter[0], placed.values()):
            moved[path] = shorter[0]
            free.discard(shorter[0])
    _follow_content(paths, moved, free, known, digest)
    return Names(paths=paths, moved=moved)


def nearest(path: str, among: Collection[str]) -> str | None:
    """Find the one path that shares the most folders before the file's name with ``path``; None when several do."""
    shared = {one: _shared_end(path, one) for one in among}
    most = max(shared.values(), default=0)
    best = [one for one, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None
