"""The duty on synced practice worlds: what is said of a forum is so by the network's own record, in time, and once."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from secretariat.config import Config
from secretariat.desk.findings import Finding
from secretariat.duties.forum import DUTY
from secretariat.duties.forum.review import review
from secretariat.duties.forum.settings import Settings
from secretariat.facts.memberships import Membership
from secretariat.flow.conclude import conclude
from tests.devnet.synced.desk import Desk, Seen, desk
from tests.duties.elections.test_worlds import Sending, now_of, scenario, written

FINAL = 5
"""So many blocks after a block it is surely finalised, and known to the query node."""
DAY, WEEK = 14_400, 100_800
SETTINGS = Settings(discord="town", member=0)
STAGE = {"stage": "announcing", "cycle": 5}


def act(block: int, actor: str, name: str, **more: Any) -> dict[str, Any]:
    """Write what somebody does so many blocks before announcing ends; ``label`` names what it makes."""
    label = {"label": more.pop("label")} if "label" in more else {}
    return {"block": {**STAGE, "ends": -block}, "actor": actor, "act": name, "arguments": more, **label}


def thread(block: int, actor: str, title: str, text: str, *, category: int = 1, label: str = "") -> dict[str, Any]:
    """Let somebody open a thread."""
    named = {"label": label} if label else {}
    return act(block, actor, "create_thread", title=title, text=text, category=category, **named)


def world_of(folder: Path, *acts: dict[str, Any], **settings: Any) -> Path:
    """Write the ordinary term with more acts in it; it begins 12,000 blocks before announcing ends."""
    world = scenario("ordinary-term")
    world["acts"] = sorted(acts, key=lambda one: one["block"]["ends"])
    world["settings"] = settings
    return written(folder, world)


def reviewed(seen: Seen, settings: Settings = SETTINGS) -> dict[str, Finding]:
    found = review(seen.snapshot, now_of(seen), settings)
    return {one.key: one for one in found}


def of(found: dict[str, Finding], rule: str) -> set[str]:
    start = f"forum/{rule}/"
    return {key.removeprefix(start) for key in found if key.startswith(start)}


def titled(one: Desk, title: str) -> int:
    """Give the number of the thread with a title."""
    (found,) = (row["thread"] for row in one.network.written() if row["title"] == title)
    return int(found)


def asked_and_unanswered(one: Desk, block: int) -> set[str]:
    """Reckon from the network's own record which posts of the forum ask something, a day ago or more, and have no answer.

    The people of these worlds ask in plain sentences with a question mark, and reply to no post in particular.
    """
    posts: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in one.network.written():
        if row["block"] <= block:
            posts[row["thread"]].append(row)
    found = set()
    for number, rows in posts.items():
        met: set[int] = set()
        for place, row in enumerate(rows):
            sentences = re.findall(r"[^.?!]+[.?!]", row["text"])
            asks = any(each.endswith("?") for each in sentences) or str(row["title"] or "").endswith("?")
            later = [each for each in rows[place + 1 :] if each["author"] != row["author"]]
            answered = any(
                not all(each.endswith("?") for each in re.findall(r"[^.?!]+[.?!]", one_["text"])) for one_ in later
            )
            if not asks or answered or row["author"] in met or not block - 14 * DAY <= row["block"]:
                continue
            met.add(row["author"])
            if row["block"] + DAY <= block:
                found.add(f"thread-{number}/post-{row['post']}")
    return found


ASKING = (
    thread(11_000, "kira", "Where the salt is kept", "I cast my vote. Where is the salt of it kept?", label="salt"),
    thread(10_900, "fabio", "A word on captions", "Who checks the captions?", label="captions"),
    act(9_000, "gesa", "post", thread="captions", text="The content group does."),
    act(11_500, "edda", "propose", pays={"edda": "60 JOY"}, title="Notes of calls", votes="by-hand", label="notes"),
    act(11_400, "hugo", "discuss", proposal="notes", text="How many calls are there in a month?"),
)


def test_a_question_without_an_answer_is_told_after_a_day_and_until_it_has_one(tmp_path: Path) -> None:
    """The record of the network tells the same of every thread, those that people open by habit included."""
    with desk(world_of(tmp_path, *ASKING), tmp_path) as one:
        one.network.advance(2_000)
        salt = f"thread-{titled(one, 'Where the salt is kept')}/"
        assert not any(each.startswith(salt) for each in of(reviewed(one.sync()), "unanswered"))
        one.network.advance(DAY)
        seen = one.sync()
        found = reviewed(seen)
        captions = titled(one, "A word on captions")
        subjects = of(found, "unanswered")
        assert any(each.startswith(salt) for each in subjects)
        assert not any(each.startswith(f"thread-{captions}/") for each in subjects)
        whys = [found[f"forum/unanswered/{each}"].why for each in subjects if each.startswith("proposal-")]
        assert any("How many calls are there in a month?" in why for why in whys)
        told = {each for each in subjects if each.startswith("thread-")}
        assert told == {each for each in asked_and_unanswered(one, seen.height) if _stands(seen, each)}


def _stands(seen: Seen, subject: str) -> bool:
    """Tell whether the query node still has the post and its thread: people take some away again."""
    from secretariat.facts.live_forum import LivePost, LiveThread

    number, post = (int(each) for each in re.findall(r"\d+", subject))
    threads = {each.thread_id for each in seen.facts(LiveThread) if each.status == "active"}
    return number in threads and post in {each.post_id for each in seen.facts(LivePost) if each.visible}


def test_a_question_goes_when_it_is_answered(tmp_path: Path) -> None:
    late = act(-6_000, "gesa", "post", thread="salt", text="In the wallet that you voted with.")
    world = scenario("ordinary-term")
    late["block"] = {"stage": "voting", "cycle": 5, "begins": 6_000}
    world["acts"] = [*sorted(ASKING, key=lambda each: each["block"]["ends"]), late]
    with desk(written(tmp_path, world), tmp_path) as one:
        one.network.advance(DAY + 2_000)
        start = f"thread-{titled(one, 'Where the salt is kept')}/"
        assert any(each.startswith(start) for each in of(reviewed(one.sync()), "unanswered"))
        one.network.advance(2_000)
        assert not any(each.startswith(start) for each in of(reviewed(one.sync()), "unanswered"))


def test_each_week_has_one_digest_and_no_thread_is_in_two(tmp_path: Path) -> None:
    """Reviewed every third of a week, over two borders; every draft is sent at once."""
    sending, listed, of_week = Sending(), [], {}
    with desk(world_of(tmp_path, *ASKING), tmp_path) as one:
        to_border = WEEK - one.network.now % WEEK
        for step in (to_border - 3, 3 + FINAL, WEEK // 3, WEEK // 3, WEEK // 3 + FINAL, 20):
            one.network.advance(step)
            found = reviewed(one.sync())
            digests = of(found, "taking-part")
            assert len(digests) == 1
            sending.review([finding for key, finding in found.items() if key.startswith("forum/taking-part/")])
        rows = {row["thread"]: row["block"] for row in one.network.written() if row["title"] is not None}
    assert len(sending.sent) == len({key for key, _ in sending.sent}) == 3
    for (key, _), wanted in sending.words.items():
        threads = [int(each) for each in re.findall(r"forum thread (\d+)", wanted.text.split("New threads")[-1])]
        assert threads
        listed += threads
        of_week[int(key.rpartition("-")[2])] = threads
    assert len(listed) == len(set(listed))
    for week, threads in of_week.items():
        assert all((week - 1) * WEEK <= rows[number] < week * WEEK for number in threads)


DISKS = [
    thread(11_800 - 10 * n, name, title, "Numbers are in the report.", category=6)
    for n, (name, title) in enumerate(
        (
            ("kira", "Storage bucket disks are full"),
            ("fabio", "Storage bucket moved to new disks"),
            ("gesa", "New disks of a storage bucket"),
            ("hugo", "Bucket disks, storage report"),
        )
    )
]


def test_a_thread_in_the_wrong_category_is_hinted_at_once(tmp_path: Path) -> None:
    wrong = thread(11_000, "edda", "Storage bucket needs new disks", "It is full.", category=5)
    right = thread(10_900, "ines", "Storage bucket with other disks", "It is new.", category=6)
    with desk(world_of(tmp_path, *DISKS, wrong, right), tmp_path) as one:
        one.network.advance(2_000)
        seen = one.sync()
        member = next(each.member_id for each in seen.facts(Membership) if (each.handle or "").startswith("dario"))
        found = reviewed(seen, replace(SETTINGS, member=member))
        number = titled(one, "Storage bucket needs new disks")
        assert of(found, "category") == {f"thread-{number}"}
        (wanted,) = found[f"forum/category/thread-{number}"].wanted
        assert "Storage and distribution" in wanted.text
        assert found[f"forum/category/thread-{number}"].audience == "desk"
        world = world_of(
            tmp_path,
            *DISKS,
            {**wrong, "label": "wrong"},
            right,
            act(10_500, "dario", "post", thread="wrong", text="Hm."),
        )
    (tmp_path / "again").mkdir()
    with desk(world, tmp_path / "again") as one:
        one.network.advance(2_000)
        assert of(reviewed(one.sync(), replace(SETTINGS, member=member)), "category") == set()


def test_a_pre_proposal_without_a_proposal_is_dormant(tmp_path: Path) -> None:
    acts = (
        thread(11_900, "kira", "Pre-proposal: captions for films", "Eleven films.", category=8),
        thread(11_800, "fabio", "Pre-proposal: microphones for calls", "Two of them.", category=8),
        act(11_500, "fabio", "propose", pays={"fabio": "60 JOY"}, title="Microphones for two calls", votes="by-hand"),
    )
    settings = replace(SETTINGS, dormant_after=5_000)
    with desk(world_of(tmp_path, *acts, forum=False), tmp_path) as one:
        one.network.advance(4_000)
        captions = titled(one, "Pre-proposal: captions for films")
        microphones = titled(one, "Pre-proposal: microphones for calls")
        assert not {each.split("/")[0] for each in of(reviewed(one.sync(), settings), "dormant")} & {
            f"thread-{captions}"
        }
        one.network.advance(2_000)
        found = reviewed(one.sync(), settings)
        threads = {each.split("/")[0] for each in of(found, "dormant")}
        assert f"thread-{captions}" in threads
        assert f"thread-{microphones}" not in threads
        (key,) = (each for each in found if each.startswith(f"forum/dormant/thread-{captions}/"))
        assert "followed by a proposal: 1" in found[key].why


def test_what_it_watches_tells_it_as_much_as_all_facts_do(tmp_path: Path) -> None:
    with desk(world_of(tmp_path, *ASKING), tmp_path) as one:
        config = Config(settings={**one.context.config.settings, "forum": SETTINGS})
        one.network.advance(DAY + 2_000)
        seen = one.sync()
        now = now_of(seen)
        with one.context.engine.connect() as connection:
            watched = conclude(replace(one.context, config=config), connection, now, (DUTY,))
        assert watched.silence.duties == {}
        assert watched.findings == review(seen.snapshot, now, SETTINGS)
        assert {"forum/unanswered", "forum/taking-part"} <= {finding.rule for finding in watched.findings}
