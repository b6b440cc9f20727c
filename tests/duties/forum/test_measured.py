"""The adviser on the real thread titles of the community's archive: how often the category is right, near-duplicates kept together."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.duties.forum.adviser.advice import NEARLY_THE_SAME, categories_for
from secretariat.duties.forum.adviser.learned import Learned, Thread
from secretariat.duties.forum.adviser.wording import likeness
from tests.duties.forum.measuring import Measured, folds, groups, measured, sample


@pytest.fixture(scope="module")
def real(shared: Callable[[str], Path]) -> Learned:
    return sample(shared("data/community-repo"))


def test_the_adviser_beats_the_majority_on_real_titles(real: Learned, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(real)
    with capsys.disabled():
        print(f"\n{found.told()}")
    assert found.titles >= 170
    assert found.first > found.majority + 0.2
    assert found.first >= 0.70
    assert found.three >= 0.88
    assert found.sure_right >= 0.95 * found.sure
    assert found.sure >= 50


def test_no_title_is_judged_by_nearly_the_same_one(real: Learned) -> None:
    threads = list(real.threads)
    parts = folds(groups(threads))
    for place, one in enumerate(threads):
        for other in range(place):
            if parts[place] != parts[other]:
                assert likeness(one.title, threads[other].title) < NEARLY_THE_SAME


def test_groups_hold_what_is_alike_by_steps() -> None:
    titles = ("Council election 1", "Council election 2", "Storage report", "Tea")
    found = groups([Thread(number=n, title=title, category=1) for n, title in enumerate(titles)])
    assert Counter(found).most_common(1)[0][1] == 2
    assert len(set(folds(found, 3))) == 3


def test_what_is_measured_is_told() -> None:
    told = Measured(titles=10, groups=5, categories=3, first=0.5, three=0.9, majority=0.4, sure=4, sure_right=4).told()
    assert "top-1 0.500" in told
    assert "majority class 0.400" in told


def test_every_real_title_has_suggestions(real: Learned) -> None:
    assert all(len(categories_for(one.title, real)[0]) == 3 for one in real.threads)
