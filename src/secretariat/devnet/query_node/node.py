"""One query node: it follows the chain and answers requests, for several clients at once."""

import logging
import threading
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError

from secretariat.devnet.query_node.answers import Answer, Answers, Refused
from secretariat.devnet.query_node.processor import Processor, ProcessorState

_LOG = logging.getLogger(__name__)


class QueryNode:
    """A processor and the answering from its store, one request at a time.

    The chain's lock is always taken before this one's own, and not while a request is answered: whoever holds the chain
    may ask how far the processor is.

    ``trouble`` says what the processor met that no mapping knows; it stops there, as Hydra's does, and what is there is
    served on.
    """

    def __init__(self, processor: Processor) -> None:
        self.processor = processor
        self.answers = Answers(processor.store)
        self.trouble: str | None = None
        self._lock = threading.RLock()

    def follow(self) -> ProcessorState:
        """Let the processor catch up, and tell how far it is."""
        with self.processor.lock, self._lock:
            if self.trouble is None:
                try:
                    self.processor.catch_up()
                except Exception as error:  # whatever it is: those who ask are answered with what is known, and told
                    _LOG.exception("The query node stays where it is")
                    self.trouble = str(error) if isinstance(error, LookupError) else repr(error)[:300]
            return self.processor.state()

    def ask(self, request: Any) -> tuple[int, Answer]:
        """Answer one request as it came in JSON. Gives the status of HTTP, and the answer."""
        if not isinstance(request, Mapping) or not isinstance(request.get("query"), str):
            return 400, {"errors": [{"message": "POST body missing. Did you forget a query?"}]}
        variables, operation = request.get("variables"), request.get("operationName")
        if not isinstance(variables, Mapping | None):
            return 400, {"errors": [{"message": "Variables are provided in an invalid form."}]}
        self.follow()
        try:
            with self._lock:
                return 200, self.answers.answer(request["query"], variables, operation or None)
        except Refused as refused:
            return 400, refused.answer

    def subscribe(self, payload: Mapping[str, Any]) -> Any:
        """Compile a subscription: see Answers.subscription. Raises Refused and GraphQLError."""
        query = payload.get("query")
        if not isinstance(query, str):
            raise GraphQLError("Must provide a query.")
        with self._lock:
            return self.answers.subscription(query, payload.get("variables"), payload.get("operationName") or None)
