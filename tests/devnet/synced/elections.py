"""Elections, councils and seats: what the truth tells, and what the product's tables and facts say."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from secretariat.devnet.chain.kernel import milliseconds_of
from secretariat.facts.accounts import key_of
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle
from tests.devnet.synced.desk import Seen

Told = dict[Any, Any]

FAILURES = {"too-few-candidates": "not-enough-candidates", "too-few-revealed": "new-council-not-elected"}


LONGEST = 2_000
"""So many letters of a text the desk keeps; of a longer one the last is an ellipsis."""


def kept(text: str) -> str:
    """Give a text as the desk keeps it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def moment(block: int) -> str:
    """Give a block's time as tables print it."""
    return datetime.fromtimestamp(milliseconds_of(block) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _standing(one: Told) -> list[Told]:
    return [each for each in one["candidacies"] if each["withdrawn"] is None]


def _elected_before(seen: Seen, cycle: int) -> int:
    return sum(1 for one in seen.truth["elections"] if one["outcome"] == "elected" and one["cycle"] <= cycle)


def true_elections(seen: Seen) -> Told:
    """Give every cycle with its stages, counts, stakes and outcome."""
    return {one["cycle"]: _true_election(seen, one) for one in seen.truth["elections"]}


def _true_election(seen: Seen, one: Told) -> Told:
    standing = _standing(one)
    elected = one["outcome"] == "elected"
    over = one["outcome"] != "running"
    turnout = one["turnout"]
    members = {each["member"] for each in one["candidacies"]}
    for_winners = [int(each["vote_stake"]) for each in standing if each["elected"]]
    return {
        "announcing_start": one["announcing_from"],
        "voting_start": one["voting_from"],
        "revealing_start": one["revealing_from"],
        "ended_block": one["ended"],
        "candidates": len(standing),
        "candidates_stake": sum(int(each["stake"]) for each in standing) if standing else None,
        "withdrawn": len(members - {each["member"] for each in standing}),
        "votes_cast": turnout["cast"],
        "votes_revealed": turnout["revealed"],
        "stake_cast": int(turnout["cast_stake"]),
        "stake_revealed": int(turnout["revealed_stake"]),
        "rated": over and turnout["cast"] > 0,
        "outcome": one["outcome"] if one["outcome"] in ("elected", "running") else "failed",
        "failure_reason": FAILURES.get(one["outcome"]),
        "council_term": _elected_before(seen, one["cycle"]) if elected else None,
        "seats": len(one["winners"]) if elected else None,
        "stake_of_winners": sum(int(each["stake"]) for each in standing if each["elected"]) if elected else None,
        "stake_for_winners": sum(for_winners) if elected else None,
        "votes_for_winners": sum(each["votes"] for each in standing if each["elected"]) if elected else None,
    }


def found_elections(seen: Seen) -> Told:
    """Give the rows of the table of elections by cycle."""
    rows = seen.rows("elections")
    assert len({row["cycle_id"] for row in rows}) == len(rows)
    same = {name for one in true_elections(seen).values() for name in one} - {"rated"}
    return {
        row["cycle_id"]: {**{name: row[name] for name in same}, "rated": row["reveal_rate"] is not None} for row in rows
    }


def true_candidacies(seen: Seen) -> Told:
    """Give every candidacy, also those withdrawn and announced again, by cycle, member and order."""
    found: Told = {}
    for one in seen.truth["elections"]:
        counted = Counter[int]()
        last = {each["member"]: place for place, each in enumerate(one["candidacies"])}
        for place, each in enumerate(one["candidacies"]):
            counted[each["member"]] += 1
            found[one["cycle"], each["member"], counted[each["member"]]] = {
                "handle": kept(each["handle"]),
                "outcome": _stood(one, each),
                "own_stake": int(each["stake"]),
                "votes": each["votes"] if one["outcome"] not in ("running", "too-few-candidates") else None,
                "announced_at": moment(each["announced"]),
                "counted": last[each["member"]] == place,
            }
    return found


def _stood(one: Told, each: Told) -> str:
    if each["withdrawn"] is not None:
        return "withdrew"
    if one["outcome"] == "elected":
        return "won" if each["elected"] else "lost"
    return "stood"


def found_candidacies(seen: Seen) -> Told:
    """Give the rows of the table of candidates."""
    found: Told = {}
    counted = Counter[Any]()
    for row in sorted(seen.rows("candidates"), key=lambda row: row["announced_at"]):
        counted[row["cycle_id"], row["member_id"]] += 1
        place = (row["cycle_id"], row["member_id"], counted[row["cycle_id"], row["member_id"]])
        names = ("handle", "outcome", "own_stake", "votes", "announced_at", "counted")
        found[place] = {name: row[name] for name in names}
    for place, one in found.items():
        truly = next((each for each in seen.truth["elections"] if each["cycle"] == place[0]), None)
        if truly is not None and truly["outcome"] == "too-few-candidates":
            assert not one["votes"]
            one["votes"] = None
    return found


def true_votes(seen: Seen) -> Told:
    """Give every vote of every election by cycle and account: its stake, and for whom it was revealed."""
    return {
        (one["cycle"], account): (int(vote["stake"]), vote["for"])
        for one in seen.truth["elections"]
        for account, vote in one["votes"].items()
    }


def found_votes(seen: Seen) -> Told:
    """Give the votes that the product has read."""
    cycles = {key: one.cycle for key, one in seen.by_key(ElectionCycle).items()}
    members = {key: one.member_id for key, one in seen.by_key(Candidacy).items()}
    return {
        (cycles[vote.election or ""], key_of(vote.account or "")): (
            vote.stake,
            None if vote.candidacy is None else members[vote.candidacy],
        )
        for vote in seen.facts(CastVote)
    }


def true_councils(seen: Seen) -> Told:
    """Give every council: its blocks, its seats, own stake and the stake of those who voted for each."""
    elections = [one for one in seen.truth["elections"] if one["outcome"] == "elected"]
    found: Told = {}
    for council, election in zip(seen.truth["councils"], elections, strict=True):
        standing = {each["member"]: each for each in _standing(election)}
        found[council["number"]] = {
            "blocks": (council["elected"], None if council["ended"] is None else council["ended"] - 1),
            "seats": {
                seat["member"]: {
                    "handle": kept(seat["handle"]),
                    "own_stake": int(seat["stake"]),
                    "backers": standing[seat["member"]]["votes"],
                    "backers_stake": int(standing[seat["member"]]["vote_stake"]),
                    "votes_cast": seat["voted"],
                }
                for seat in council["members"]
            },
            "rewards": sum(int(seat["rewards_paid"]) for seat in council["members"]),
        }
    return found


def found_councils(seen: Seen) -> Told:
    """Give the terms with their seats."""
    names = ("handle", "own_stake", "backers", "backers_stake", "votes_cast")
    return {
        row["term"]: {
            "blocks": (row["start_block"], row["end_block"]),
            "seats": {
                seat["member_id"]: {name: seat[name] for name in names}
                for seat in seen.rows("seats")
                if seat["term"] == row["term"]
            },
            "rewards": row["council_rewards"],
        }
        for row in seen.rows("terms")
    }
