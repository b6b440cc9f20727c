"""Who may do what: the whole matrix, written a second time."""

import pytest

from secretariat.desk.roles import ACTIONS, ROLES, Action, NotAllowed, Role, check, may

MATRIX: dict[Action, str] = {
    "read desk": "viewer, council member, deputy, secretary, auditor",
    "read journal": "council member, deputy, secretary, auditor",
    "verify journal": "council member, deputy, secretary, auditor",
    "approve": "deputy, secretary",
    "approve second": "council member",
    "reject": "deputy, secretary",
    "reword": "deputy, secretary",
    "snooze": "deputy, secretary",
    "settle": "deputy, secretary",
    "sign": "deputy, secretary",
    "write": "deputy, secretary",
    "note": "deputy, secretary",
    "keep contacts": "deputy, secretary",
    "deliver": "deputy, secretary",
    "grant standing": "secretary",
    "revoke standing": "deputy, secretary",
    "record mandate": "secretary",
    "confirm mandate": "council member",
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ACTIONS)
def test_the_matrix(role: Role, action: Action) -> None:
    allowed = role in MATRIX[action].split(", ")
    assert may((role,), action) is allowed
    if allowed:
        check("ada", (role,), action)
    else:
        with pytest.raises(NotAllowed, match=f"ada is {role} and may not {action}; {MATRIX[action].split(', ')[0]}"):
            check("ada", (role,), action)


def test_several_roles_allow_what_any_of_them_does_and_none_allows_nothing() -> None:
    assert may(("council member", "secretary"), "approve second")
    assert may(("council member", "secretary"), "approve")
    with pytest.raises(NotAllowed, match="ada has no role"):
        check("ada", (), "read desk")
