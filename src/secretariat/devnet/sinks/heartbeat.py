"""The heartbeat: an address that is called after each complete run, so that silence is noticed elsewhere."""

from secretariat.devnet.serving import Request, Response
from secretariat.devnet.sinks.arrived import Arrived

SINK = "heartbeat"


class Heartbeat:
    """Takes any call, by whatever method, and keeps its path and body."""

    def __init__(self, arrived: Arrived) -> None:
        self.arrived = arrived

    def __call__(self, request: Request) -> Response:
        """Keep the call."""
        self.arrived.add(SINK, request.path, request.body.decode("utf-8", "replace"))
        return Response(body=b"OK", kind="text/plain")
