"""``secretariat serve`` as a process: where it listens, the link it prints, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from secretariat.cli.serve import CannotServe, listening

SETTINGS = '[people.ada]\nroles = ["secretary"]\n\n[people.none]\nroles = ["viewer"]\n'


def environment(**more: str) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("SECRETARIAT_")}
    return {**kept, "PYTHONUNBUFFERED": "1", **more}


@contextmanager
def serving(folder: Path, *options: str, **more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a folder's desk on a free port; gives the process and what it printed."""
    (folder / "secretariat.toml").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "secretariat", "serve", "--port", "0", *options]
    given = environment(SECRETARIAT_PERSON="ada", **more)
    with subprocess.Popen(
        command, cwd=folder, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = ""
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        try:
            yield process, said
        finally:
            process.kill()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_a_link_that_signs_in_once_and_ends_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    with serving(tmp_path) as (process, said):
        found = re.search(r"(http://127\.0\.0\.1:(\d+))/sign-in/link/(\S+)", said)
        assert found, said
        here, port, secret = found[1], int(found[2]), found[3]
        with httpx.Client(base_url=here, trust_env=False, headers={"origin": here}) as client:
            assert client.get("/").headers["location"] == "/sign-in"
            assert client.post("/sign-in/link", data={"secret": secret}).status_code == 303
            page = client.get("/").text
            assert "ada" in page
            assert "The chain was not read yet" in page
            health = client.get("/healthz")
            assert health.json()["contract"] == "secretariat.health/1"
            asked = client.head("/healthz")
            assert (asked.status_code, asked.content) == (health.status_code, b"")
            changing = ("date", "content-length")  # the ages in the body grow
            as_asked = {name: value for name, value in asked.headers.items() if name not in changing}
            assert as_asked == {name: value for name, value in health.headers.items() if name not in changing}
            assert client.request("POST", "/healthz").status_code == 405
            assert "server" not in client.get("/sign-in").headers
            assert client.get("/sign-in", headers={"host": "evil.example"}).status_code == 400
        others = [str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
        for other in others:
            if not other.startswith("127."):
                with pytest.raises(OSError), socket.create_connection((other, port), timeout=2):
                    pass
        process.send_signal(how)
        rest, _ = process.communicate(timeout=20)
        assert (process.returncode, rest.strip()) == (0, "")


def test_behind_a_proxy_it_knows_the_address_of_the_bar(tmp_path: Path) -> None:
    with serving(tmp_path, "--address", "https://desk.example") as (_, said):
        assert "The desk is at https://desk.example, served at http://127.0.0.1:" in said
        found = re.search(r"https://desk\.example/sign-in/link/(\S+)", said)
        here = re.search(r"served at (\S+)", said)
        assert found
        assert here
        headers = {"host": "desk.example", "origin": "https://desk.example"}
        with httpx.Client(base_url=here[1], trust_env=False, headers=headers) as client:
            done = client.post("/sign-in/link", data={"secret": found[1]})
            assert done.status_code == 303
            assert "secure" in done.headers["set-cookie"].lower()
            assert client.get("/sign-in", headers={"host": here[1].removeprefix("http://")}).status_code == 400


@pytest.mark.parametrize(
    ("options", "person", "words"),
    [
        ([], "", "export SECRETARIAT_PERSON"),
        ([], "zoe", r"no \[people.zoe\]"),
        (["--address", "http://desk.example"], "ada", "begins with https://"),
        (["--address", "https://desk.example/x"], "ada", "nothing after it"),
    ],
)
def test_what_cannot_be_served_is_a_sentence(tmp_path: Path, options: list[str], person: str, words: str) -> None:
    (tmp_path / "secretariat.toml").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "secretariat", "serve", "--port", "0", *options]
    given = environment(SECRETARIAT_PERSON=person)
    done = subprocess.run(command, check=False, cwd=tmp_path, env=given, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert re.search(words, done.stderr)
    assert len(done.stderr.splitlines()) <= 7


def test_a_port_that_is_taken_is_named() -> None:
    with listening(0) as first:
        port = first.getsockname()[1]
        with pytest.raises(CannotServe, match=f"Port {port} cannot be taken"):
            listening(port)


def test_a_practice_desk_that_is_stopped_before_it_is_ready_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "secretariat", "desk"]
    given = environment(TMPDIR=str(tmp_path))
    with subprocess.Popen(
        command, cwd=tmp_path, env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "Starting" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == "secretariat: Stopped before it was ready; nothing of it is kept.\n"
    assert not list(tmp_path.iterdir())
