"""Every rule of the leaderboard that looks across records, run on one snapshot."""

from secretariat.duties.leaderboard.checks import checks_of
from secretariat.duties.leaderboard.rules_checks import check_problems
from secretariat.duties.leaderboard.rules_forum import forum_problems
from secretariat.duties.leaderboard.rules_people import people_problems
from secretariat.duties.leaderboard.rules_proposals import proposal_problems
from secretariat.duties.leaderboard.rules_rounds import numbering_problems, round_problems
from secretariat.duties.leaderboard.rules_terms import term_problems
from secretariat.facts.problems import Problem
from secretariat.facts.proposal_view import proposal_views
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import terms


def problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find every problem that shows only between records, ordered by file, line, code and id; each id once."""
    known = terms(snapshot)
    views = proposal_views(snapshot)
    found = [
        *term_problems(snapshot, known, views),
        *numbering_problems(known),
        *round_problems(known),
        *check_problems(checks_of(snapshot, known, views)),
        *proposal_problems(snapshot, views),
        *forum_problems(snapshot),
        *people_problems(snapshot, known),
    ]
    by_id: dict[str, Problem] = {}
    for each in found:
        by_id.setdefault(each.id, each)
    return tuple(sorted(by_id.values(), key=lambda each: (each.file, each.line, each.code, each.id)))
