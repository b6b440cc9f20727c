"""``/healthz``: whether the desk is up and its steps succeed, for whatever watches it."""

from typing import Any

from litestar import Response, get

from secretariat.flow.health import health_now
from secretariat.web.site import Here


@get("/healthz", sync_to_thread=True)
def healthz(site: Here) -> Response[dict[str, Any]]:
    """Tell the age of each step, the outbox, and stale sources; 503 where a person should look."""
    found = health_now(site.context)
    return Response(content=found, status_code=200 if found["well"] else 503)
