"""The bulletin: once a term, figures with their n, nothing but figures about persons, and none where not all is known."""

import re
from typing import Any

import pytest

from secretariat.desk.findings import Finding
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.guidance.bulletin import LASTS, seldom_used
from secretariat.duties.guidance.guide import guides_of
from secretariat.duties.guidance.review import review
from secretariat.duties.guidance.usage import use_between
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.snapshot import snapshot_of
from tests.duties.guidance.invented import BEFORE, CONSTANTS, SETTINGS, history, viewed, world
from tests.duties.proposals.invented import BEGAN

DUE = BEGAN + SETTINGS.bulletin_after
OFTEN = [one.name for one in PROPOSAL_TYPES if not one.refused and not one.personnel and one.name != "veto"][:15]
FILED = [
    *((name, BEFORE - 10) for name in OFTEN for _ in range(3)),
    ("veto", BEFORE - 5),
    ("slash-working-group-lead", BEFORE + 5),
    ("slash-working-group-lead", BEFORE + 6),
    ("signal", BEFORE + 7),
]


def concluded(head: int = DUE, filed: Any = None, **given: Any) -> dict[str, Finding]:
    more = history(FILED) if filed is None else filed
    one = world(head=head, more=more, **given)
    return {each.key: each for each in review(snapshot_of(one.records()), one.now, SETTINGS)}


def text(**given: Any) -> str:
    (wanted,) = concluded(**given)[f"guidance/bulletin/{BEGAN}"].wanted
    return wanted.text


def test_it_tells_use_overall_and_in_the_term_before_with_n() -> None:
    said = text()
    assert (
        "Council 2 took office in block 1,000,000. Before that block 49 proposals had been filed, 3 of them in the term before."
        in said
    )
    assert "- Decrease council budget: 0, in the term before 0. It destroys tokens of the council's budget." in said
    assert "https://site.invalid/guides" in said


def test_types_about_persons_get_figures_only() -> None:
    told, personnel = text().split("Types about a person, in figures alone:")
    assert "- Slash working group lead: 2, in the term before 2" in personnel
    for one in PROPOSAL_TYPES:
        assert (one.words in told) <= (not one.personnel), one.name
    lines = [line for line in personnel.splitlines() if line.startswith("- ")]
    assert all(re.fullmatch(r"- [A-Z][A-Za-z, ]+: \d+, in the term before \d+", line) for line in lines)


def test_a_veto_is_about_a_proposal_and_told_with_what_it_does() -> None:
    told, personnel = text(filed=history([(name, at) for name, at in FILED if name != "veto"])).split(
        "Types about a person"
    )
    assert "- Veto: 0, in the term before 0. It stops another proposal" in told
    assert "Veto" not in personnel


def test_the_type_that_nobody_can_file_is_said_to_be_so_and_not_shown_as_seldom() -> None:
    said = text()
    assert "Update global nft limit cannot be filed: the runtime refuses it." in said
    assert said.count("Update global nft limit") == 1


def test_it_is_neutral_fits_a_message_and_is_for_the_public() -> None:
    found = concluded()[f"guidance/bulletin/{BEGAN}"]
    (wanted,) = found.wanted
    assert concerns(wanted) == ()
    assert len(wanted.text) < 2_000
    assert (found.audience, wanted.destination.place) == ("public", "town")


def test_it_fits_where_every_type_was_never_used() -> None:
    (wanted,) = concluded(filed=history([("funding-request", BEFORE)]))[f"guidance/bulletin/{BEGAN}"].wanted
    assert len(wanted.text) < 2_000
    assert "Signal, Runtime upgrade, Set max validator count" in wanted.text


@pytest.mark.parametrize(
    ("head", "there"), [(DUE - 1, False), (DUE, True), (DUE + LASTS - 1, True), (DUE + LASTS, False)]
)
def test_it_is_wanted_for_a_week_once_a_term(head: int, there: bool) -> None:
    assert (f"guidance/bulletin/{BEGAN}" in concluded(head=head)) is there


def test_what_is_filed_in_the_term_changes_nothing_of_it() -> None:
    filed = history([*FILED, ("decrease-council-budget", BEGAN + 3)])
    assert text(filed=filed) == text()


@pytest.mark.parametrize("missing", [0, 20])
def test_a_list_with_a_gap_is_no_count_and_a_task_says_so(missing: int) -> None:
    filed = history(FILED)
    found = concluded(filed=filed[:missing] + filed[missing + 1 :])
    assert f"guidance/bulletin/{BEGAN}" not in found or missing == 0
    if missing:
        assert "secretariat sync" in found[f"guidance/bulletin/{BEGAN}-not-counted"].why


def test_ties_are_all_told_and_types_that_the_runtime_lacks_are_not() -> None:
    view = viewed(world(more=history([("signal", 5)])))
    use = use_between(view.snapshot, 0)
    assert use is not None
    names = [one.type.name for one in seldom_used(guides_of(view.runtime, 3), use)]
    assert len(names) == len([one for one in PROPOSAL_TYPES if not one.personnel and not one.refused]) - 1
    lacking = viewed(world(constants={k: v for k, v in CONSTANTS.items() if "ArgoBridge" not in k}))
    left = [one.type.name for one in seldom_used(guides_of(lacking.runtime, 3), use)]
    assert "update-argo-bridge-constraints" in names
    assert "update-argo-bridge-constraints" not in left


def test_a_constant_of_a_type_that_no_guide_knows_is_a_task() -> None:
    name = "ProposalsCodex.SetForumFeeProposalParameters"
    found = concluded(constants={**CONSTANTS, name: CONSTANTS["ProposalsCodex.SignalProposalParameters"]})
    assert name in found["guidance/types/setforumfeeproposalparameters"].why
    assert not [key for key in concluded() if key.startswith("guidance/types/")]


def test_without_constants_it_says_what_to_do() -> None:
    found = concluded(constants={})
    assert list(found) == ["guidance/facts/constants"]
    assert "secretariat sync" in found["guidance/facts/constants"].why
