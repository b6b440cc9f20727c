"""Processes without root's rights."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.child import privilege_can_be_dropped, without_privilege


@pytest.fixture
def unprivileged(tmp_path: Path) -> Callable[[], None]:
    """Give what a child must do first so that permissions hold for it; skips by name where that cannot be."""
    if not privilege_can_be_dropped(tmp_path):
        pytest.skip("permissions of files do not hold for this user, and its rights cannot be given up")
    return without_privilege
