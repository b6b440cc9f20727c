"""Which document of the store a file is: the same one, perhaps at another path by now, or a new one."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from secretariat.facts.decisions import ProblemDecision
from secretariat.sources.archives.reading.places import network_in

TOP_FOLDERS = ("archives", "contributions", "council")
"""The folders at the top of the community repository. ``archives`` comes first: it holds a ``council`` of its own."""

Digest = Callable[[str], str | None]


@dataclass(frozen=True, kw_only=True)
class Names:
    """The path each file is known by from now on, and the stored path of those documents that change theirs."""

    paths: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def names_of(root: Path, relatives: Iterable[str], known: Mapping[str, str], digest: Digest) -> Names:
    """Name the files of an import so that one file is one document, whichever part of the archive is imported when.

    ``relatives`` are paths below ``root``; ``known`` gives path and digest of every stored document, ``digest`` that of
    a file, None for one that says nothing. A part of the archive is known by the folders it lies in, and by what the
    store has. When the part came first, the whole gives its documents their full path. A file with the content of a
    stored document that is not at its place any more is that document. What fits several is a new document.
    """
    above = _above(root)
    placed = {relative: "/".join((*(above or ()), relative)) for relative in relatives}
    folder = _folder_in_store(placed.values(), known)
    if folder is None and above == ():
        folder = ""  # a checkout is the whole
    placed = {relative: (folder or "") + path for relative, path in placed.items()}
    longer, shorter = _same_name(root, placed, known, folder)
    taken = {*placed.values(), *longer.values(), *shorter.values()}
    new = [one for one, path in placed.items() if not (path in known or one in longer or path in shorter)]
    same = _same_content(new, set(known) - taken, known, digest)
    if above is None and folder is None:
        # A file lying loose says nothing of its place, so it is the stored document where that is.
        return Names(paths=placed | longer | same, moved=shorter)
    # Here places are known: a document has moved below the imported folder; one elsewhere is copied, and a new one.
    below = (folder or "") + "".join(f"{name}/" for name in above or ())
    moved = {placed[relative]: one for relative, one in same.items() if one.startswith(below)}
    return Names(paths=placed | longer, moved=shorter | moved)


def _same_name(
    root: Path, placed: Mapping[str, str], known: Mapping[str, str], folder: str | None
) -> tuple[dict[str, str], dict[str, str]]:
    """Pair files that are at no known place with stored documents of the same file name, each at most once.

    Gives those stored with a longer path, by the file's path below the root, and those with a shorter one, by the
    path the file has now. Files in deeper folders choose first: their paths say more.
    """
    free, files = _by_name(set(known) - set(placed.values())), _by_name(placed.values())
    longer, shorter = {}, {}
    for relative, path in sorted(placed.items(), key=lambda item: (-item[0].count("/"), item[0])):
        if path in known:
            continue
        name = PurePosixPath(path).name
        choice = free.get(name, set())
        if found := _longer(root, relative, choice, folder):
            longer[relative] = found
        elif found := _shorter(path, choice, files[name]):
            shorter[path] = found
        choice.discard(found or "")
    return longer, shorter


def _by_name(paths: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in paths:
        found.setdefault(PurePosixPath(path).name, set()).add(path)
    return found


def nearest(path: str, among: Collection[str]) -> str | None:
    """Find the one path of the same file name that shares the most folders above it with ``path``; None when several do."""
    shared = Counter({one: _shared_end(path, one) for one in among})
    most = max(shared.values(), default=0)
    best = [one for one, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def follow(decisions: Iterable[ProblemDecision], known: Collection[str]) -> tuple[ProblemDecision, ...]:
    """Let decisions about a document that has another path by now apply to it; ``known`` are the stored paths."""
    by_name = _by_name(known)
    followed = []
    for decision in decisions:
        path = decision.problem.file
        now = None if path in known else nearest(path, by_name.get(PurePosixPath(path).name, ()))
        followed.append(replace(decision, problem=replace(decision.problem, file=now)) if now else decision)
    return tuple(followed)


def _shared_end(one: str, other: str) -> int:
    count = 0
    for part, against in zip(reversed(PurePosixPath(one).parts), reversed(PurePosixPath(other).parts), strict=False):
        if part != against:
            break
        count += 1
    return count


def _above(root: Path) -> tuple[str, ...] | None:
    """Name the folders of the archive that lie above the files below ``root``; None when the place does not tell.

    A checkout has none above it. Of any other folder only its own name counts, and only when it names a network, as
    the readers go by that.
    """
    folder = _folder(root)
    if (folder / TOP_FOLDERS[0]).is_dir():
        return ()
    for top in TOP_FOLDERS:
        if top in folder.parts:
            last = len(folder.parts) - 1 - folder.parts[::-1].index(top)
            return folder.parts[last:]
    return (folder.name,) if network_in(folder.name) else None


def _folder_in_store(placed: Collection[str], known: Mapping[str, str]) -> str | None:
    """Find the stored folder, with its slash, below which most of the files are known; None when there is no such one."""
    by_name = _by_name(known)
    votes: Counter[str] = Counter()
    voters = 0
    for path in placed:
        ends = [one for one in by_name.get(PurePosixPath(path).name, ()) if one.endswith(f"/{path}")]
        folders = [""] if path in known else [one[: -len(path)] for one in ends]
        votes.update(folders)
        voters += bool(folders)
    best = votes.most_common(2)
    clear = bool(best) and best[0][1] * 2 > voters and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if clear else None


def _longer(root: Path, relative: str, free: Collection[str], folder: str | None) -> str | None:
    """Find the stored document that a file lying loose is. What belongs below the known folder is at its place or gone."""
    ends = [one for one in free if one.endswith(f"/{relative}") and (folder is None or not one.startswith(folder))]
    return nearest((_folder(root) / relative).as_posix(), ends)


def _folder(root: Path) -> Path:
    """Give the folder that is imported, or that of the one file, as an absolute path; links in it are not followed."""
    return Path(os.path.normpath((root if root.is_dir() else root.parent).absolute()))


def _shorter(path: str, free: Collection[str], placed: Collection[str]) -> str | None:
    """Find the stored document that was imported as a part, when it can be no other file of this import."""
    ends = [one for one in free if path.endswith(f"/{one}")]
    if len(ends) != 1 or sum(other.endswith(f"/{ends[0]}") for other in placed) != 1:
        return None
    return ends[0]


def _same_content(new: list[str], free: Collection[str], known: Mapping[str, str], digest: Digest) -> dict[str, str]:
    """Pair new files with stored documents of the same content, where one is the only one with it on either side."""
    wanted: dict[str, list[str]] = {}
    for one in sorted(free):
        wanted.setdefault(known[one], []).append(one)
    found: dict[str, list[str]] = {}
    for relative in new if wanted else ():
        content = digest(relative)
        if content in wanted:
            found.setdefault(content, []).append(relative)
    return {
        relatives[0]: wanted[content][0]
        for content, relatives in found.items()
        if len(relatives) == 1 and len(wanted[content]) == 1
    }
