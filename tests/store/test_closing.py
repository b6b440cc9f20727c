"""A store is closed when the program ends, however its memory is taken back."""

import subprocess
import sys
from pathlib import Path

OPENS = """
import gc
from secretariat.store.engine import open_store, writing
engine = open_store("sqlite:///store.db")
with writing(engine):
    pass
gc.freeze()
"""


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_end_of_the_program_leaves_the_store_alone_in_its_folder(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", OPENS], cwd=tmp_path, check=True)
    assert files(tmp_path) == ["store.db"]
