"""The role, row by row, in the order of the role's own words."""

from secretariat.duties.role_basic import BASIC
from secretariat.duties.role_council import COUNCIL
from secretariat.duties.role_other import OTHER
from secretariat.duties.role_row import RoleRow

ROLE: tuple[RoleRow, ...] = (*BASIC, *COUNCIL, *OTHER)
