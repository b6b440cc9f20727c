"""What people decided about problems, as it counts now."""

from sqlalchemy import Connection

from secretariat.facts.decisions import ProblemDecision
from secretariat.flow.lapsed import without_lapsed
from secretariat.flow.naming import follow
from secretariat.store import facts as store_facts
from secretariat.store.journal import problem_decisions


def decisions_now(connection: Connection) -> tuple[ProblemDecision, ...]:
    """Read what people decided, each decision about the document as the store knows it now, without repairs that lapsed.

    One about a document that was dropped stays in the journal alone; it counts again when the document comes back.
    """
    known = store_facts.documents_known(connection, live=True)
    followed = without_lapsed(connection, follow(problem_decisions(connection), known), known)
    return tuple(decision for decision in followed if not decision.problem.file or decision.problem.file in known)
