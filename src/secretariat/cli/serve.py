"""``secretariat serve``: the desk as pages, on this machine alone; a reverse proxy may stand before it."""

import contextlib
import signal
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.plain import say
from secretariat.errors import SecretariatError

if TYPE_CHECKING:
    from secretariat.flow.context import Context
    from secretariat.web.tour import Tour

LOOPBACK = "127.0.0.1"
PORT = 8420
WAITING = 128
"""Connections that may wait to be taken."""

END_SECONDS = 5
"""So long requests at hand may take when the program is told to end."""


class CannotServe(SecretariatError):
    """The pages cannot be served; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Practice:
    """What a desk that is served to practise has besides: the practice wallet with some accounts, and the first day."""

    wallet: str
    accounts: tuple[str, ...]
    tour: "Tour"


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_535, help="The port on 127.0.0.1; 0 takes a free one.")
    ] = PORT,
    address: Annotated[
        str,
        typer.Option("--address", help="What browsers have in their bar, behind a reverse proxy; also [web] address."),
    ] = "",
) -> None:
    """Serve the desk's pages on this machine until Ctrl-C, and print a link that signs you in once.

    The link is for SECRETARIAT_PERSON; others sign in with the wallet whose account stands in [people.<name>].
    """
    from secretariat.flow.context import open_context
    from secretariat.flow.people import acting_person
    from secretariat.flow.web_settings import WebSettings

    parts_there()
    context = open_context()
    person = acting_person(context, "read desk").name
    settings: WebSettings = context.config.settings.get("web", WebSettings())
    with listening(port) as taken:
        serve_on(taken, context, person, address=address or settings.address)


def parts_there() -> None:
    """Raise CannotServe with what to install where a library is missing that only the pages need."""
    from importlib.util import find_spec

    missing = [name for name in ("litestar", "uvicorn", "markdown_it", "nh3") if find_spec(name) is None]
    if missing:
        raise CannotServe(f"The pages need more packages ({', '.join(missing)}): install secretariat[web].")


def listening(port: int) -> socket.socket:
    """Take a port of this machine, so that what is printed is what is served. Raises CannotServe."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((LOOPBACK, port))
        taken.listen(WAITING)
    except OSError as error:
        taken.close()
        raise CannotServe(
            f"Port {port} cannot be taken: {error.strerror or error}. Give another --port, or 0."
        ) from error
    return taken


def serve_on(
    taken: socket.socket, context: "Context", person: str, *, address: str = "", practice: Practice | None = None
) -> None:
    """Serve on a socket until the program is told to end; prints the address and a one-time link for a person."""
    from secretariat.flow.sessions import link_for
    from secretariat.flow.web_settings import check_address
    from secretariat.web.site import Site

    here = f"http://{LOOPBACK}:{taken.getsockname()[1]}"
    try:
        check_address(address or here)
    except ValueError as error:
        raise CannotServe(f"--address: {error}.") from error
    more: dict[str, Any] = {}
    if practice is not None:
        more = {"wallet": practice.wallet, "wallet_accounts": practice.accounts, "tour": practice.tour}
    site = Site(context=context, address=address or here, **more)
    say(f"The desk is at {site.address}" + (f", served at {here}" if address else ""))
    say(f"Signed in once as {person}: {site.address}/sign-in/link/{link_for(context, person)}")
    say("Ctrl-C ends it.")
    _run(site, taken, behind_proxy=bool(address))


def _run(site: Any, taken: socket.socket, *, behind_proxy: bool) -> None:
    import uvicorn

    from secretariat.web.app import make_app

    settings = uvicorn.Config(
        make_app(site),
        access_log=False,  # it would hold the secrets of links
        log_level="warning",
        server_header=False,
        proxy_headers=behind_proxy,  # else anybody could pretend to come from somewhere else, and be let try for ever
        forwarded_allow_ips=LOOPBACK,
        timeout_graceful_shutdown=END_SECONDS,
        lifespan="on",
    )
    # uvicorn ends cleanly when it is told to, and then gives the signal on: what called this has to be left in order, too
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(settings).run(sockets=[taken])
