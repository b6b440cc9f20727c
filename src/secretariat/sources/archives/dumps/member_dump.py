"""Member dumps: the chain dump of all memberships, as pasted from the page or as JSON."""

from pathlib import PurePosixPath

from secretariat.sources.archives.dumps.chain_dump import parse
from secretariat.sources.archives.dumps.kinds import shape_of_head
from secretariat.sources.archives.dumps.members import MEMBERS
from secretariat.sources.archives.formats import Format

_STEMS = frozenset({"members", "memberships"})


def _recognises(path: str, head: str) -> bool:
    return shape_of_head(path, head) is MEMBERS


def _knows_name(path: str) -> bool:
    name = PurePosixPath(path)
    suffixes = (".txt", ".json") if name.stem.lower() == "memberships" or "backup" in path.lower() else (".txt",)
    return name.suffix.lower() in suffixes and name.stem.lower() in _STEMS


FORMAT = Format(
    name="member-dump",
    title="a member dump",
    recognises=_recognises,
    parse=parse,
    knows_name=_knows_name,
    streams=True,
)
