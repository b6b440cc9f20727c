"""The office in words: where the settings give it to others than the mandate does."""

import pytest

from secretariat.desk.office import unlike_settings
from secretariat.desk.people import Person
from secretariat.desk.roles import Role
from secretariat.facts.desk_decisions import MandateConfirmation, MandateRecord, Taken
from secretariat.facts.mandates import Mandate
from tests.desk.words import AT


def person(name: str, member: int | None, *roles: Role) -> Person:
    return Person(name=name, roles=roles, member_id=member)


def mandate(secretary: int, deputy: int | None = None) -> Mandate:
    record = MandateRecord(taken=Taken(at=AT, person="x", seq=9), secretary=secretary, deputy=deputy, first=1, last=9)
    return Mandate(record=record, confirmed=MandateConfirmation(taken=Taken(at=AT, person="y"), record=9))


ADA, BEN, DAN = person("ada", 0, "secretary"), person("ben", 1, "viewer"), person("dan", 2, "deputy")


@pytest.mark.parametrize(
    ("held", "people", "says"),
    [
        (None, (ADA,), ()),
        (mandate(0), (ADA, BEN, DAN), ()),
        (mandate(0, 2), (ADA, BEN, DAN), ()),
        (
            mandate(1),
            (ADA, BEN),
            ("ada (member 0) is secretary in the settings", "m9 names member 1 (ben) as secretary"),
        ),
        (mandate(7), (ADA,), ("ada (member 0) is secretary", "m9 names member 7 as secretary, and nobody is so")),
        (mandate(0, 3), (ADA, DAN), ("dan (member 2) is deputy", "m9 names member 3 as deputy")),
        (mandate(0), (ADA, person("old", 5, "secretary")), ("old (member 5) is secretary",)),
        (mandate(0), (person("ada", None, "secretary"),), ("m9 names member 0 as secretary, and nobody is so",)),
        (mandate(0), (person("ada", 0, "deputy", "secretary"),), ()),
    ],
)
def test_each_difference_is_a_sentence(held: Mandate | None, people: tuple[Person, ...], says: tuple[str, ...]) -> None:
    found = unlike_settings(held, people)
    assert len(found) == len(says)
    for line, beginning in zip(found, says, strict=True):
        assert line.startswith(beginning)
