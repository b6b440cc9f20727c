"""``secretariat demo``: one screen about a practice network, which ends with it; what is not of a demo is never touched."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

import secretariat
from tests.cli_run import run

PACKAGE = Path(secretariat.__file__).parent
WORLD = PACKAGE / "devnet" / "world" / "scenarios" / "demo.json"
LABELS = [
    "Network", "Council", "Stage", "Deadline", "Candidates", "Proposals", "Problems", "Sources", "Files made", "What to do",
]  # fmt: skip
WIDEST = 100
OUT = "a folder"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run the demo once; gives the folder it was run in, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    # A proxy that is nowhere, and the store and prices of somebody real: the demo has nothing to do with any of them.
    return folder, run(
        "demo",
        "--out",
        OUT,
        folder=folder,
        HTTP_PROXY="http://192.0.2.1:1",
        SECRETARIAT_STORE_URL=f"sqlite:///{folder}/real.db",
        SECRETARIAT_PRICES_ADDRESS="http://192.0.2.1/",
    )


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Give the truth of the demo's world."""
    folder = tmp_path_factory.mktemp("truth")
    found: dict[str, object] = json.loads(run("devnet", "truth", "--world", "demo", folder=folder).stdout)
    return found


def parts(said: str) -> dict[str, str]:
    """Give what stands under each label, on one line."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in said.splitlines():
        label = line[:12].strip() or label
        found.setdefault(label, []).append(line[12:].strip())
    return {name: " ".join(lines) for name, lines in found.items()}


def test_one_screen_says_where_the_council_stands(shown: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    lines = shown[1].stdout.splitlines()
    assert list(parts(shown[1].stdout))[1:] == LABELS
    assert len(lines) < 50
    assert [line for line in lines if len(line) > WIDEST and "secretariat" not in line] == []
    assert "practice, nothing leaves this machine" in lines[1]
    network = " ".join(parts(shown[1].stdout)["Network"].split())
    assert network.endswith(
        "Unlike on the main network, voting lasts 3 days (there 4 days), revealing lasts 3 days (there 4 days)."
    )


def test_the_screen_tells_the_truth_of_the_world(
    shown: tuple[Path, subprocess.CompletedProcess[str]], truth: dict[str, object]
) -> None:
    said = parts(shown[1].stdout)
    world = json.loads(WORLD.read_text())
    ends = int(re.search(r"until block ([\d,]+)", said["Stage"])[1].replace(",", ""))  # type: ignore[index]
    assert truth["block"] == ends + world["start"]["ends"]
    assert f"last candidacy: last usable block {ends - 1:,}," in said["Deadline"]
    assert re.search(r"UTC ± \d+ min", said["Deadline"])
    assert said["Candidates"].startswith("2 of 3 needed")
    assert "; withdrew: hugo" in said["Candidates"]
    assert "1 more candidate is needed" in said["What to do"]
    constants = world["settings"]["constants"]
    election = ends + constants["Referendum.VoteStageDuration"] + constants["Referendum.RevealStageDuration"]
    assert re.search(
        rf"Payouts for the spring quarter: 1 vote; last in block {election - 2:,}.*LOST", said["Proposals"]
    )
    assert "candidates-contradiction 1" in said["Problems"], "the query node still counts three"
    assert "chain is fresh" in said["Sources"]
    assert "query-node is fresh" in said["Sources"]


def test_a_line_tells_of_every_step(shown: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    steps = [re.match(r"\[(\d)/(\d)\] \w+", line) for line in shown[1].stderr.splitlines()]
    assert [(step[1], step[2]) for step in steps if step] == [(str(number), "5") for number in range(1, 6)]
    assert len(steps) == 5


def test_what_it_made_is_there_and_says_that_it_is_practice(
    shown: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out = shown[0] / OUT
    assert sorted(path.name for path in shown[0].iterdir()) == [OUT], "the store and settings of others are not made"
    assert sorted(path.name for path in out.iterdir()) == ["secretariat.db", "secretariat.toml", "site"]
    for name in ("index.html", "leaderboard.xlsx"):
        assert (out / "site" / name).stat().st_size > 1_000
        assert f"{OUT}/site/{name}" in parts(shown[1].stdout)["Files made"]
    assert "of the network practice" in (out / "site" / "index.html").read_text(encoding="utf-8")
    assert "of the network practice" in json.loads((out / "site" / "datapackage.json").read_text())["description"]


def test_the_commands_it_names_work_in_any_shell(shown: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    command = next(line.strip() for line in shown[1].stdout.splitlines() if line.strip().startswith("cd "))
    done = subprocess.run(["/bin/sh", "-c", command], cwd=shown[0], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Stage: announcing")


def test_it_runs_again_in_its_own_folder(shown: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    again = run("demo", "--out", OUT, folder=shown[0]).stdout
    assert list(parts(again))[1:] == LABELS
    assert parts(again)["Proposals"] == parts(shown[1].stdout)["Proposals"]


REAL = '[chain]\nurls = ["https://rpc.example.org"]\n[query_node]\nurls = ["https://query.example.org/graphql"]\n'


@pytest.mark.parametrize("what", ["settings", "named", "somewhere", "store", "archive", "decision", "text", "link"])
def test_what_is_not_of_a_demo_is_not_touched(
    shown: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path, what: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    store, settings = out / "secretariat.db", out / "secretariat.toml"
    mine = (shown[0] / OUT / "secretariat.toml").read_text()
    if what == "settings":
        settings.write_text(REAL)
    elif what == "named":
        settings.write_text(mine.replace('"practice"', '"mainnet"'))
    elif what == "somewhere":
        settings.write_text(mine.replace("ws://127.0.0.1", "wss://192.0.2.7"))
    elif what == "text":
        store.write_text("not a database")
    elif what == "link":
        settings.symlink_to(shown[0] / OUT / "secretariat.toml")
    else:
        _make_store(out, what)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.iterdir()}
    said = run("demo", "--out", "out", folder=tmp_path, check=2)
    assert said.stdout == ""
    assert re.fullmatch(
        r"secretariat: out/secretariat\.\w+ is not of a practice run and was not touched\. .+\n", said.stderr
    )
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.iterdir()} == before


def _make_store(out: Path, what: str) -> None:
    """Make a store that holds something: a file of somebody's archive, or a decision about the example."""
    example = PACKAGE / "demo" / "archive"
    if what == "decision":
        run("import", str(example), folder=out)
        problem = json.loads(run("problems", "--state", "open", "--json", folder=out).stdout)["rows"][0]["id"]
        run("problems", "dismiss", problem, "--why", "It is none.", folder=out)
        return
    ledger = "archives/council/spending_proposal_categories.csv"
    (out.parent / "repo" / ledger).parent.mkdir(parents=True)
    text = (example / ledger).read_bytes()
    (out.parent / "repo" / ledger).write_bytes(text + text.splitlines(keepends=True)[-1])
    run("import", "../repo", folder=out)


def test_a_file_is_no_folder_and_the_files_of_others_are_kept(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert "out is not a folder" in run("demo", "--out", "out", folder=tmp_path, check=2).stderr
    assert (tmp_path / "out").read_text() == "mine"


@pytest.fixture
def begun(tmp_path: Path) -> "Begun":
    """Start a demo that has come to reading its network."""
    return Begun(tmp_path)


class Begun:
    """A demo under way, and its practice network."""

    def __init__(self, folder: Path) -> None:
        self.demo = subprocess.Popen(
            [sys.executable, "-m", "secretariat", "demo"],
            cwd=folder,
            env=dict(os.environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.demo.stderr is not None
        for line in self.demo.stderr:
            if line.startswith("[3/"):
                break
        self.network = next(iter(psutil.Process(self.demo.pid).children()))
        assert "devnet" in self.network.cmdline()

    def ended(self) -> tuple[int, str]:
        """Wait for its end; gives the exit code and what it said on the way."""
        _, said = self.demo.communicate(timeout=120)
        return self.demo.returncode, said

    def network_is_gone(self) -> bool:
        until = time.monotonic() + 60
        with suppress(psutil.NoSuchProcess):  # it may go between the two questions
            while self.network.is_running() and self.network.status() != psutil.STATUS_ZOMBIE:
                if time.monotonic() > until:
                    return False
                time.sleep(0.05)
        return True


def test_a_network_that_dies_under_it_is_said_in_one_sentence(begun: Begun) -> None:
    begun.network.kill()
    assert begun.ended() == (2, "secretariat: The practice network ended too early, by signal 9. Run it again.\n")


@pytest.mark.parametrize(
    ("world", "says"),
    [
        ("nope", r"There is no world 'nope'.* The scenarios are demo, ordinary-term, "),
        ("wrong.json", r"wrong\.json: "),
    ],
)
def test_a_world_that_there_is_not_is_said_before_anything_is_started(
    world: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To run it again would not help, and is not advised."""
    from secretariat.cli import demo_network

    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.json").write_text('{"nothing": "known"}', encoding="utf-8")
    with pytest.raises(demo_network.NetworkFailed, match=says) as told, demo_network.DemoNetwork(tmp_path, world):
        pass
    assert "again" not in str(told.value)
    assert not (tmp_path / "devnet.log").exists()


def test_stopping_it_stops_the_network(begun: Begun) -> None:
    begun.demo.send_signal(signal.SIGINT)
    code, said = begun.ended()
    assert (code, said.splitlines()[-1][:37]) == (130, "secretariat: Stopped. The practice ne")
    assert "Traceback" not in said
    assert begun.network_is_gone()


def test_killing_it_leaves_no_network_behind(begun: Begun) -> None:
    begun.demo.kill()
    begun.ended()
    assert begun.network_is_gone()


def test_a_network_that_cannot_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from secretariat.cli import demo_network

    monkeypatch.setattr(demo_network, "WORLD", "none.json")
    with (
        pytest.raises(demo_network.NetworkFailed, match=r"There is no world 'none\.json'"),
        demo_network.DemoNetwork(tmp_path) as network,
    ):
        network.wait()
