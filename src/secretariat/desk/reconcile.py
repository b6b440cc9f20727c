"""Reconcile: hold what duties conclude now against what is on the desk; say what opens, changes, closes and is drafted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from secretariat.desk.drafts import SETTLED, Draft, DraftState
from secretariat.desk.findings import Finding, Wanted
from secretariat.facts.records import QUERY_NODE


@dataclass(frozen=True, kw_only=True, slots=True)
class OnDesk:
    """An open finding as it is stored: its number, and the finding as last concluded."""

    number: int
    finding: Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftOnDesk:
    """The newest revision of a draft of an open finding, with its state."""

    draft: Draft
    state: DraftState


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """What concludes nothing now, with the reason: duties by name (one that failed), sources by name (one that is stale).

    ``unsure`` are duties by name that look at a row of the query node which cannot be placed: what they conclude from it does not count.
    """

    duties: Mapping[str, str]
    sources: Mapping[str, str]
    unsure: Mapping[str, str] = field(default_factory=dict)

    def why(self, finding: Finding) -> str:
        """Say why nothing is concluded about a finding; empty where something is."""
        if finding.duty in self.duties:
            return self.duties[finding.duty]
        if finding.duty in self.unsure and QUERY_NODE in finding.needs:
            return self.unsure[finding.duty]
        return next((self.sources[name] for name in finding.needs if name in self.sources), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class ToDraft:
    """Words to be put on the desk: as the first revision of a new draft, or as the next one of ``after``.

    ``keeps`` says that ``after`` has a person's words, which the next revision keeps; ``wanted`` stands beside them where it is
    not what they were made from.
    """

    key: str
    wanted: Wanted
    after: Draft | None = None
    keeps: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What a review does to the desk, findings by the number they are stored under.

    The drafts in ``newer`` keep their words, beside what their finding wants now (None: the same as they were made from).
    """

    opened: tuple[Finding, ...] = ()
    changed: tuple[OnDesk, ...] = ()
    closed: tuple[tuple[int, str], ...] = ()
    drafted: tuple[ToDraft, ...] = ()
    newer: tuple[tuple[Draft, Wanted | None], ...] = ()
    withdrawn: tuple[tuple[Draft, str], ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether the desk stays as it is."""
        return self == Changes()


GONE = "its reason is gone"
UNWANTED = "its finding does not want it any more"


def reconcile(
    known: Iterable[OnDesk],
    drafts: Iterable[DraftOnDesk],
    found: Iterable[Finding],
    silence: Silence,
    *,
    call_of: str = "",
) -> Changes:
    """Work out what a review changes. The same findings twice change nothing the second time.

    ``call_of`` names the chain and runtime (``Call``'s genesis and spec version as ``genesis/spec``) whose calls are good now; a
    draft with another one's call is drafted anew. Empty means that the chain is not known, and calls stay. Raises ValueError where two
    findings have one key: a rule is wrong then.
    """
    concluded = _by_key(found)
    on_desk = {each.finding.key: each for each in known}
    renamed = {old: finding.key for finding in concluded.values() for old in finding.was if old in on_desk}
    for old, new in renamed.items():
        on_desk.setdefault(new, on_desk.pop(old))
    opened = tuple(finding for key, finding in concluded.items() if key not in on_desk and not silence.why(finding))
    changed, closed = [], []
    for key, each in on_desk.items():
        now = concluded.get(key)
        if silence.why(now or each.finding):
            continue
        if now is None:
            closed.append((each.number, GONE))
        elif now != each.finding:
            changed.append(OnDesk(number=each.number, finding=now))
    live = {
        each.number: concluded[key]
        for key, each in on_desk.items()
        if key in concluded and not silence.why(concluded[key])
    }
    of_drafts = _drafts(tuple(drafts), live, dict(closed), call_of)
    first = [ToDraft(key=finding.key, wanted=wanted) for finding in opened for wanted in finding.wanted]
    return replace(
        of_drafts, opened=opened, changed=tuple(changed), closed=tuple(closed), drafted=(*first, *of_drafts.drafted)
    )


def _by_key(found: Iterable[Finding]) -> dict[str, Finding]:
    by_key: dict[str, Finding] = {}
    for finding in found:
        if finding.key in by_key:
            raise ValueError(f"two findings have the key {finding.key}")
        by_key[finding.key] = finding
    return by_key


def _drafts(
    drafts: tuple[DraftOnDesk, ...], live: Mapping[int, Finding], closed: Mapping[int, str], call_of: str
) -> Changes:
    """Work out what becomes of the drafts of open findings, and which parts have none yet."""
    drafted: list[ToDraft] = []
    newer: list[tuple[Draft, Wanted | None]] = []
    withdrawn: list[tuple[Draft, str]] = []
    having = {(each.draft.finding, each.draft.act.part) for each in drafts}
    told = told_parts(drafts)
    for number, finding in live.items():
        new = [one for one in finding.wanted if (number, one.part) not in having | told]
        drafted += [ToDraft(key=finding.key, wanted=one) for one in new]
    for each in drafts:
        draft = each.draft
        if each.state in SETTLED:
            continue
        of = live.get(draft.finding)
        of_part = (one for one in of.wanted if one.part == draft.act.part) if of else iter(())
        wanted = next(of_part, None) if (draft.finding, draft.act.part) not in told else None
        if of is None or wanted is None:
            why = closed.get(draft.finding, UNWANTED if of else "")
            if why and each.state != "withdrawn":
                withdrawn.append((draft, why))
        elif each.state == "withdrawn" or _call_is_old(draft, call_of):
            drafted.append(ToDraft(key=of.key, wanted=wanted, after=draft, keeps=bool(draft.by)))
        elif draft.by:
            stands_beside = wanted if wanted.digest != draft.wanted.digest else None
            if stands_beside != draft.newer:
                newer.append((draft, stands_beside))
        elif wanted.digest != draft.wanted.digest:
            drafted.append(ToDraft(key=of.key, wanted=wanted, after=draft))
    return Changes(drafted=tuple(drafted), newer=tuple(newer), withdrawn=tuple(withdrawn))


def told_parts(drafts: Iterable[DraftOnDesk]) -> frozenset[tuple[int, str]]:
    """Give the parts whose words other words of the same finding had, which are out, or to which a person said no."""
    settled = [each.draft for each in drafts if each.state in SETTLED]
    return frozenset((draft.finding, part) for draft in settled for part in draft.wanted.says_too)


def _call_is_old(draft: Draft, call_of: str) -> bool:
    call = draft.act.call
    return bool(call_of) and call is not None and f"{call.genesis}/{call.spec_version}" != call_of
