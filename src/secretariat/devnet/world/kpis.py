"""KPI documents of the world's councils, as files of a community repository: what earns a reward, and what destroys it."""

import datetime
import json
from pathlib import Path
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain, Event, milliseconds_of
from secretariat.devnet.world.world import World

FOLDER = Path("archives/council/kpi/rounds")
DEADLINE_AFTER = 28_800
"""Blocks after a term in which its summaries are due."""

Kpi = dict[str, Any]


def documents(world: World) -> dict[Path, bytes]:
    """Give the documents of all councils by their place in a community repository; the sitting one's is not graded."""
    elected = [event for event in world.chain.events if event.name == "Council.NewCouncilElected"]
    found = {}
    for number, event in enumerate(elected, 1):
        end = elected[number].block if number < len(elected) else None
        document = _document(world, number, event, end)
        found[FOLDER / f"kpi_{number}.json"] = json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"
    return found


def write(world: World, folder: Path) -> list[Path]:
    """Write the documents into a folder, as a community repository has them. Gives the files."""
    made = []
    for place, text in documents(world).items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        made.append(path)
    return made


def _date(block: int) -> str:
    moment = datetime.datetime.fromtimestamp(milliseconds_of(block) / 1000, datetime.UTC)
    return moment.strftime("%d.%m.%y")


def _document(world: World, number: int, event: Event, end: int | None) -> dict[str, Any]:
    chain = world.chain
    graded = end is not None
    last = end - 1 if end is not None else event.block + _length(chain) - 1
    sections: list[dict[str, Any]] = [
        {"name": "Section I - Council work", "id": "I", "kpis": _council_kpis(world, number, event, last, graded)},
        {"name": "Section II - Community", "id": "II", "kpis": _community_kpis(world, number, event, last, graded)},
    ]
    offered = [(int(kpi["reward"][1:]), kpi["fiatPool"]) for section in sections for kpi in section["kpis"]]
    return {
        "round": number,
        "reward": f"${sum(reward for reward, _ in offered)}",
        "fiatDiff": f"${sum(round(reward * factor) for reward, factor in offered)}",
        "councilMembers": len(event.values[0]),
        "electionRound": chain.get_at(event.block, "Council.AnnouncementPeriodNr"),
        "startBlock": event.block,
        "startDate": _date(event.block),
        "endBlock": last,
        "endDate": _date(last),
        "deadlineBlock": last + DEADLINE_AFTER,
        "deadline": _date(last + DEADLINE_AFTER),
        "notes": "An invented round of the practice network.",
        "kpis": {
            "discussion": f"https://practice.invalid/#/forum/threads/{number}",
            "termSummaries": f"https://practice.invalid/#/forum/threads/{number + 1}",
            "sections": sections,
        },
    }


def _length(chain: Chain) -> int:
    names = ("Council.IdlePeriodDuration", "Council.AnnouncingPeriodDuration")
    more = ("Referendum.VoteStageDuration", "Referendum.RevealStageDuration")
    return sum(chain.constant(name) for name in (*names, *more))


def _kpi(title: str, reward: int, text: str, scope: str, distribution: str, **more: Any) -> Kpi:
    return {
        "title": title,
        "reward": f"${reward}",
        "fiatPool": more.pop("fiat_pool", 0),
        "distribution": more.pop("shared", "Individual"),
        "process": more.pop("process", "Manual"),
        "active": more.pop("active", "Full Term"),
        **more,
        "purpose": text,
        "scope": [scope],
        "rewardDistribution": distribution,
    }


# ------------------------------------------------------------------------- texts


def _council_kpis(world: World, number: int, event: Event, last: int, graded: bool) -> list[Kpi]:
    votes = _kpi(
        "Votes on proposals",
        120,
        "Proposals get an answer while they can still be changed.",
        "Vote within a day, and say why.",
        "By points: one for each vote. A proposal that expires without the votes of all members annihilates a fifth of "
        "this reward for everybody; three of them annihilate the whole reward.",
        shared="Shared",
        process="Automatic",
    )
    secretary = _kpi(
        "Council Secretary",
        150,
        "Somebody keeps the desk: threads, reminders, the term's list.",
        "Be elected within the first day of the term, and keep the desk to its end.",
        "To the secretary. Fewer than two reports annihilate half of this reward; a missed reveal reminder annihilates "
        "the rewards of all KPIs in section II.",
        fiat_pool=0.3,
    )
    if graded:
        votes["grading"] = _vote_grading(world, event, last)
        secretary["grading"] = _secretary_grading(world, number)
    return [votes, secretary]


def _community_kpis(world: World, number: int, event: Event, last: int, graded: bool) -> list[Kpi]:
    subtitles = _kpi(
        "Subtitles",
        95,
        "Films can be read.",
        "Write subtitles for three films.",
        "By minutes. Copied subtitles annihilate this reward and the next round's.",
        active="Core Term",
        startBlock=event.block + 7_200,
        endBlock=last - 7_200,
    )
    summary = _kpi(
        "Term summaries",
        60,
        "The next council knows what this one did.",
        f"Post a summary in the thread before block {last + DEADLINE_AFTER}.",
        "In equal parts to those who posted in time. If nobody posts, the Fiat Pool Factor of this round is annihilated.",
        fiat_pool=0.5,
        shared="Shared",
    )
    if graded:
        member = chance.pick(event.values[0], world.seed, "subtitles", number)
        subtitles["grading"] = [_row(world, member, 40, number, 4)]
        posted = [one for one in event.values[0] if chance.happens(0.7, world.seed, "summary", number, one)]
        summary["grading"] = [_row(world, one, 60 // len(posted), number, place) for place, one in enumerate(posted, 5)]
    return [subtitles, summary]


# ---------------------------------------------------------------------- gradings


def _handle(world: World, member: int) -> str:
    person = world.by_member(member)
    return person.handle if person else f"member {member}"


def _row(world: World, member: int, reward: int, number: int, reply: int) -> dict[str, Any]:
    report = f"https://practice.invalid/#/forum/threads/{number + 1}?replyIdx={reply}"
    return {"memberId": member, "memberHandle": _handle(world, member), "reward": reward, "report": report}


def _secretary_grading(world: World, number: int) -> dict[str, Any]:
    secretary = next(iter(world.people.values()))
    return _row(world, world.member(secretary.name) or 0, 150, number, 2)


def _vote_grading(world: World, event: Event, last: int) -> list[dict[str, Any]]:
    counts = dict.fromkeys(event.values[0], 0)
    for one in world.chain.events:
        if one.name == "ProposalsEngine.Voted" and event.block < one.block <= last and one.values[0] in counts:
            counts[one.values[0]] += 1
    whole = sum(counts.values()) or 1
    rows = [
        {
            "memberId": member,
            "memberHandle": _handle(world, member),
            "voted": count,
            "points": count,
            "reward": 120 * count // whole,
        }
        for member, count in counts.items()
    ]
    sums = {name: sum(row[name] for row in rows) for name in ("voted", "points", "reward")}
    return [*rows, {"memberId": "SUM", "memberHandle": len(rows), **sums}]
