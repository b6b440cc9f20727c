"""One GraphQL query over HTTP: whole data or an error, never a part of it."""

from collections.abc import Mapping
from typing import Any

from secretariat.clients.failures import AnswerRefused, AnswerWrong, CallFailed, shown
from secretariat.clients.http import Wire, post_json
from secretariat.facts.texts import on_one_line

LONGEST_MESSAGE = 200
OTHER_SCHEMA = "Its schema may be another than the one this version was made for: run `secretariat doctor`."


class QueryRefused(CallFailed):
    """The server understood the request and refused the query, or could not answer all of it."""


def ask(wire: Wire, url: str, document: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
    """Send a query with its variables and give the answer's ``data``.

    Raises QueryRefused with the first of the ``errors`` (data beside them is refused too), AnswerWrong where there is
    no ``data`` object, and what ``post_json`` raises.
    """
    try:
        answer = post_json(wire, url, {"query": document, "variables": dict(variables)})
    except AnswerRefused as error:
        # Servers answer a query that breaks their schema with 400 and the errors in the body.
        if (message := first_error(error.answer)) is None:
            raise
        raise QueryRefused(
            error.address, f"the query was refused: {message}", tried=error.tried, remedy=OTHER_SCHEMA
        ) from error
    if (message := first_error(answer)) is not None:
        raise QueryRefused(shown(url), f"the query was refused: {message}", remedy=OTHER_SCHEMA)
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(data, dict):
        raise AnswerWrong(
            shown(url), "the answer has no data", remedy="Check that the address is that of a GraphQL service."
        )
    return data


def first_error(answer: Any) -> str | None:
    """Give the first message of a GraphQL answer's ``errors`` on one line; None where there are none."""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    if not errors:
        return None
    first = errors[0] if isinstance(errors, list) else errors
    message = first.get("message", "") if isinstance(first, dict) else first
    return on_one_line(str(message).strip().rstrip("."), LONGEST_MESSAGE) or "without a message"
