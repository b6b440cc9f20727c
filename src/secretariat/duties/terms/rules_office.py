"""Rules about the office once a proposal elected its holder: the mandate and the permission on GitHub (row C1)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.terms.rules_call import BOTH
from secretariat.duties.terms.serving import proposals
from secretariat.duties.terms.view import View
from secretariat.facts.desk_decisions import MandateRecord
from secretariat.facts.electing_secretary import Electing
from secretariat.facts.secretary_decisions import PermissionSeen


def mandate(view: View) -> Iterator[Finding]:
    """Want the mandate recorded, once a proposal that elects the secretary is executed and none of this term is."""
    executed = next((one for one in proposals(view) if one.how == "executed"), None)
    if executed is None or _recorded(view) is not None:
        return
    since = executed.at or view.first
    late = "; it was approved late" if executed.in_time(view.first) is False else ""
    yield Finding(
        key=f"terms/mandate/council-{view.council}",
        title=f"Record the mandate that proposal {executed.number} gives",
        why=f"It was executed in block {since:,}{late}. Record it with: secretariat mandate record {_arguments(view, executed, since)}. "
        "A council member confirms it.",
        due=Due(what="a day after the execution", block=since + DAY_BLOCKS),
        evidence=(Evidence(says=f"proposal {executed.number} executed", source=executed.source),),
        needs=BOTH,
    )


def _arguments(view: View, executed: Electing, since: int) -> str:
    member = view.noted[executed.number].member_id
    known = next((one for one in view.noted_willing if one.member_id == member), None)
    deputy = f" --deputy {known.deputy_id}" if known is not None and known.deputy_id is not None else ""
    secretary = "MEMBER" if member is None else str(member)
    blocks = f"--first {since} --last {view.earliest - 1}"
    return f"--secretary {secretary}{deputy} --proposal {executed.number} {blocks} --why TEXT"


def _recorded(view: View) -> MandateRecord | None:
    """Find the mandate recorded last that begins in this term."""
    found = [one for one in view.decided(MandateRecord) if view.first <= one.first < view.earliest]
    return found[-1] if found else None


def permission(view: View) -> Iterator[Finding]:
    """Want the real permission on GitHub looked at, once the mandate of this term is recorded."""
    record = _recorded(view)
    if record is None or any(one.council == view.council for one in view.decided(PermissionSeen)):
        return
    known = next((one for one in view.noted_willing if one.member_id == record.secretary), None)
    name = f" of {known.github}" if known is not None and known.github else ""
    yield Finding(
        key=f"terms/permission/council-{view.council}",
        title="Look at what the secretary may do on GitHub",
        why=f"Look at the permission{name} in the repository's settings. With Triage issues and pull requests are labelled and assigned; "
        "merging needs Write, and without it decisions go to a maintainer. Note what is there with: secretariat secretary permission LEVEL",
        due=Due(what="a day after the mandate began", block=record.first + DAY_BLOCKS),
        evidence=(Evidence(says=f"mandate m{record.taken.seq}", source=f"journal {record.taken.seq}"),),
    )
