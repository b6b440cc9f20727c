"""One entry of a dump of ``members.membershipById``: identity only, no text and no picture of the profile."""

from collections.abc import Set as AbstractSet

from secretariat.facts.members import Member
from secretariat.sources.archives.dumps.fields import Row, account, flag, line_of_text, moment, note, variant, whole
from secretariat.sources.archives.dumps.shapes import Shape

ENTRIES = frozenset({"paid", "screening", "genesis"})
"""How a membership was made: bought, granted by a screening authority, or there from the first block."""

_DUMPED = frozenset(
    {"registeredatblock", "registeredattime", "entry", "suspended", "rootaccount", "controlleraccount", "avataruri"}
)


def read(row: Row, number: int) -> Member | None:
    """Read one member; None without a handle, by which all other sources know members."""
    handle = line_of_text(row, "handle", "handle")
    if not handle:
        note(row, "row-malformed", "handle", "handle", "it has no handle")
        return None
    return Member(
        chain=row.chain,
        member_id=number,
        handle=handle,
        registered_block=whole(row, "registeredatblock", "registered_block", needed=False),
        registered_at=moment(row, "registeredattime", "registered_at", needed=False),
        entry=_entry(row),
        suspended=flag(row, "suspended", "suspended", needed=False),
        root_account=account(row, "rootaccount", "root_account"),
        controller_account=account(row, "controlleraccount", "controller_account"),
    )


def _entry(row: Row) -> str | None:
    """Read how the membership was made: ``Genesis``, ``{Paid: 0}``, ``{Screening: account}``."""
    if "entry" not in row.fields:
        return None
    found = variant(row.fields["entry"]) if "entry" not in row.repeated else None
    if found is None or found[0] not in ENTRIES:
        note(row, "value-unknown-label", "entry", "entry", "how the membership was made has no known meaning")
        return None
    return found[0]


def _fits(names: AbstractSet[str]) -> bool:
    return "handle" in names and len(names & _DUMPED) >= 2


MEMBERS = Shape(
    noun="member",
    kind=Member.KIND,
    storages=("members.membershipbyid",),
    fits=_fits,
    names=_DUMPED | frozenset({"id", "handle", "about", "subscription", "memberid", "verified", "invites"}),
    unkept=frozenset({"invites"}),
    id_names=("id", "memberid"),
    id_field="member_id",
    read=read,
    private=True,
)
