"""Figures that the texts share: blocks with their time marks, stakes, numbers, where the thread is, what the work brings."""

from secretariat.desk.filling import fill
from secretariat.desk.marks import left_to, time_of
from secretariat.desk.saying import about_joy, count, joy
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.threads import thread_place
from secretariat.duties.elections.saying import of_needed, of_size, stand, to_fill
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.thread import thread_of
from secretariat.duties.elections.view import View

CANDIDATE_STAKE, VOTE_STAKE = "Council.MinCandidateStake", "Referendum.MinimumStake"


def figures(view: View) -> dict[str, str]:
    """Give the figures of the present stage; what is unknown is empty, and the sentence about it is left out."""
    return {
        "cycle": str(view.cycle),
        "council": "" if view.council is None else str(view.council),
        "seats": "" if view.size is None else count(view.size, "seat"),
        "to_fill": "" if view.size is None else to_fill(view.size),
        **of_size(view.size),
        **of_needed(view.needed),
        "stand": "" if view.standing is None else stand(view.standing),
        "began": f"{view.span.begins:,}",
        "ends_at": f"{view.span.ends:,}",
        "ends_time": time_of(view.span.ends),
        "last_block": f"{view.last:,}",
        "last_time": time_of(view.last),
        "left": left_to(view.last),
        "candidate_stake": _stake(view, CANDIDATE_STAKE),
        "vote_stake": _stake(view, VOTE_STAKE),
        "thread": thread_words(view),
        "answers": view.settings.questions_url,
    }


def _stake(view: View, constant: str) -> str:
    amount = view.number(constant)
    return "" if amount is None else joy(amount)


def thread_words(view: View) -> str:
    """Say where the introductions thread is: its address, on a practice network its number; empty while there is none."""
    return thread_place(thread_of(view), view.settings.pioneer, practice=view.now.practice)


def benefits(view: View) -> str:
    """Say what a seat brings, by the reward on the chain; empty where it is unknown or nothing.

    The rewards of the current KPI set join here with the KPI duty.
    """
    reward = view.stored.fact.councilor_reward
    if not reward:
        return ""
    values = {
        "reward_block": joy(reward),
        "reward_day": about_joy(reward * DAY_BLOCKS),
        "day_blocks": f"{DAY_BLOCKS:,}",
    }
    return fill(template("benefits"), values)
