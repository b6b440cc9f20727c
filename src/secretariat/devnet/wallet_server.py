"""The wallet double on an address of its own: keys that sign for programs, and a script that gives a page the wallet."""

import json
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from secretariat.devnet.serving import LOOPBACK, Request, Response
from secretariat.devnet.sinks.arrived import answer, asked
from secretariat.devnet.wallet import Account, Wallet, WalletRefused

NAME = "practice-wallet"
"""The name in ``window.injectedWeb3`` unless another is asked for."""

_NAME = re.compile(r"[A-Za-z0-9 _-]{1,40}")

Answer = Callable[[Request], Any]


class WalletServer:
    """Answers programs and pages of this machine. ``accounts`` are asked for each time: people join while it runs."""

    def __init__(self, accounts: Callable[[], Iterable[Account]]) -> None:
        self._accounts = accounts
        self._known: dict[tuple[str, int], dict[str, Any]] = {}
        self._lock = threading.Lock()
        self._get: dict[str, Answer] = {
            "/accounts": lambda _: self._wallet.accounts(),
            "/metadata": lambda _: self._metadata(),
        }
        self._post: dict[str, Answer] = {
            "/account": lambda request: self._wallet.account(_told(request)),
            "/sign_payload": lambda request: self._wallet.sign_payload(_told(request)),
            "/sign_raw": lambda request: self._wallet.sign_raw(_told(request)),
            "/metadata": lambda request: self._provide(_told(request)),
        }

    @property
    def _wallet(self) -> Wallet:
        return Wallet(self._accounts())

    def __call__(self, request: Request) -> Response:
        """Answer one request; a page of another machine gets nothing, and what makes no sense is told with status 400."""
        origin = request.headers.get("origin")
        if origin is not None and not _is_here(origin):
            return answer({"error": "the practice wallet serves pages of this machine only"}, status=403)
        allowed = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"} if origin else {}
        if request.method == "OPTIONS":
            ways = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "content-type"}
            return Response(status=204, headers={**allowed, **ways, "Access-Control-Allow-Private-Network": "true"})
        try:
            if request.path == "/injected.js":
                return Response(body=self._script(request), kind="text/javascript; charset=utf-8", headers=allowed)
            known = {"GET": self._get, "POST": self._post}.get(request.method, {}).get(request.path)
            if known is None:
                return answer({"error": f"the wallet has no {request.method} {request.path}"}, status=404)
            return answer(known(request), headers=allowed)
        except WalletRefused as error:
            return answer({"error": str(error)}, status=400, headers=allowed)

    def _script(self, request: Request) -> bytes:
        """Give the script, set up by the query: ``name``, ``accounts`` (names, split at commas), ``cancels``, ``rejects``."""
        name, listed = request.query.get("name", NAME), request.query.get("accounts")
        if not _NAME.fullmatch(name):
            raise WalletRefused("a wallet's name is 1 to 40 letters, digits, blanks, - or _")
        accounts = None if listed is None else [one for one in listed.split(",") if one]
        unknown = set(accounts or ()) - {account["name"] for account in self._wallet.accounts()}
        if unknown:
            raise WalletRefused(f"the wallet has no account called {', '.join(sorted(unknown))}")
        settings = {
            "url": f"http://{request.headers.get('host', LOOPBACK)}",
            "name": name,
            "accounts": accounts,
            **{one: request.query.get(one) in ("1", "true") for one in ("cancels", "rejects")},
        }
        script = (files("secretariat.devnet") / "injected.js").read_text(encoding="utf-8")
        told = json.dumps(settings).replace("<", "\\u003c")
        return script.replace("const settings = SETTINGS;", f"const settings = {told};").encode()

    def _metadata(self) -> list[dict[str, Any]]:
        with self._lock:
            return [{"genesisHash": genesis, "specVersion": version} for genesis, version in self._known]

    def _provide(self, definition: Mapping[str, Any]) -> dict[str, bool]:
        genesis, version = definition.get("genesisHash"), definition.get("specVersion")
        if not isinstance(genesis, str) or not isinstance(version, int):
            raise WalletRefused("a definition of metadata has a genesisHash and a specVersion")
        with self._lock:
            self._known[(genesis, version)] = dict(definition)
        return {"provided": True}


def _is_here(origin: str) -> bool:
    """Tell whether a page is one of this machine; one without an origin of its own (``null``) is not."""
    try:
        return urlsplit(origin).hostname in ("localhost", "127.0.0.1", "::1")
    except ValueError:
        return False


def _told(request: Request) -> Mapping[str, Any]:
    told = asked(request)
    if not isinstance(told, Mapping):
        raise WalletRefused("the request is not a JSON object")
    return told
