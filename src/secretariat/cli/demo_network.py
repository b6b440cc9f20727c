"""The demo's practice network: a process of its own that ends with the demo, however that ends."""

import json
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from secretariat.errors import SecretariatError

WORLD = "demo"
"""The scenario: a day before announcing ends."""

LONGEST_START_SECONDS = 60
LONGEST_END_SECONDS = 5


class NetworkFailed(SecretariatError):
    """The practice network did not start, or ended while it was needed."""


class DemoNetwork:
    """The network of the demo's world, or of another: with it, while the block runs; its files stand in ``folder``.

    Time stands still unless ``pace`` gives the milliseconds between blocks; ``faults`` is a fault file.
    """

    def __init__(
        self,
        folder: Path,
        world: str = "",
        longest_start_seconds: int = LONGEST_START_SECONDS,
        *,
        pace: int = 0,
        faults: Path | None = None,
    ) -> None:
        self._world, self._longest_start_seconds = world or WORLD, longest_start_seconds
        self._more = ["--pace", str(pace), *(["--faults", str(faults)] if faults else [])]
        self.settings = folder / "secretariat.toml"
        self._network = folder / "devnet.json"
        self._said = folder / "devnet.log"
        self._addresses: dict[str, str] = {}

    def __enter__(self) -> "DemoNetwork":
        """Start it; ``wait`` tells when it answers. Raises NetworkFailed for a world that there is not, or whose file is wrong."""
        self.check_world()
        command = [sys.executable, "-m", "secretariat", "devnet", "--world", self._world, *self._more]
        places = ["--settings", str(self.settings), "--network", str(self._network), "--end-with-input"]
        with self._said.open("wb") as said:
            # Its standard input is our pipe: it closes with this process, and then the network ends, too. In a session of
            # its own it is not stopped by Ctrl-C before the demo has told what was stopped.
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [*command, *places], stdin=subprocess.PIPE, stdout=said, stderr=said, start_new_session=True
            )
        return self

    def check_world(self) -> None:
        """Refuse a world before anything is started: to run it again would not help. Raises NetworkFailed."""
        from secretariat.devnet.world.files import SCENARIOS, WorldFileError, load

        if self._world not in SCENARIOS and not Path(self._world).is_file():
            raise NetworkFailed(
                f"There is no world {self._world!r}: it is neither a scenario nor a file. The scenarios are {', '.join(SCENARIOS)}."
            )
        try:
            load(self._world)
        except WorldFileError as error:
            raise NetworkFailed(f"{str(error).removesuffix('.')}.") from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, and wait until it has. Where it had ended by itself, that is why something failed: raises NetworkFailed."""
        try:
            if isinstance(error, SecretariatError) and not isinstance(error, NetworkFailed):
                self.check()
        finally:
            self._end()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(LONGEST_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()

    def wait(self) -> dict[str, str]:
        """Wait until it answers and give its addresses, by server. Raises NetworkFailed."""
        until = time.monotonic() + self._longest_start_seconds
        while True:
            self.check()
            try:
                self._addresses = json.loads(self._network.read_text(encoding="utf-8"))["addresses"]
            except (OSError, ValueError):  # not there, or half written
                pass
            else:
                return self._addresses
            if time.monotonic() > until:
                raise NetworkFailed(f"The practice network did not start within {self._longest_start_seconds} seconds.")
            time.sleep(0.05)

    def told(self) -> dict[str, Any]:
        """Give the network's own file; ``wait`` has seen it."""
        found: dict[str, Any] = json.loads(self._network.read_text(encoding="utf-8"))
        return found

    def state(self) -> dict[str, Any]:
        """Give what ``secretariat devnet state`` tells; ``wait`` has given the addresses. Raises NetworkFailed."""
        from secretariat.cli.devnet_asked import asked_at

        self.check()
        told: dict[str, Any] = asked_at(self._addresses["control"], "GET", "/state.json")
        return told

    def check(self) -> None:
        """Raise NetworkFailed, with its last words, when it has ended."""
        code = self._process.poll()
        if code is None:
            return
        lines = self._said.read_text(encoding="utf-8", errors="replace").split("\n")
        words = next((line.removeprefix("secretariat: ") for line in reversed(lines) if line.strip()), "")
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        # What it says when all is well is no reason.
        why = "" if words.startswith("In another terminal") or not words else f": {words.rstrip('.')}"
        raise NetworkFailed(f"The practice network ended too early, {how}{why}. Run it again.")
