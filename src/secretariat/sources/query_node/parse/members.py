"""Memberships."""

from secretariat.facts.memberships import Membership
from secretariat.sources.query_node.parse.events import CREATED_AT
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import name, number, scalars, text, truth, variant

MEMBERSHIP = Shape(
    fact=Membership,
    fields=(
        Field("id", "member_id", number),
        CREATED_AT,
        Field("handle", "handle", text),
        Field("rootAccount", "root_account", name),
        Field("controllerAccount", "controller_account", name),
        Field("boundAccounts", "bound_accounts", scalars(name)),
        Field("isFoundingMember", "founding", truth),
        Field("isCouncilMember", "council_member", truth),
        Field("isVerified", "verified", truth),
        Field(
            "entry.__typename",
            "entry",
            variant("Paid", "Invited", "Gifted", "MemberCreated", "Genesis", start="MembershipEntry"),
        ),
        Field("invitedById", "invited_by", number, optional=True),
    ),
)
