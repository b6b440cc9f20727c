"""Who acts: the person that the environment names, as the settings know them."""

import os
from collections.abc import Mapping

from secretariat.config import FILE_NAME, Each
from secretariat.desk.people import CALLED, NAME, DeskSettings, Person, PersonSettings, person_of
from secretariat.desk.roles import Action, check
from secretariat.flow.context import Context, PersonUnknown, person

PEOPLE = Each(cls=PersonSettings, names=NAME, called=CALLED)
"""``[people]``: a table for each person."""

HOW_TO_ADD = (
    'The desk has no people yet. Add one to {file}, for example a table [people.ada] with roles = ["secretary"], member_id = 1234 and '
    'account = "the address of the wallet", and say who you are: export SECRETARIAT_PERSON=ada'
)


def people(context: Context) -> Mapping[str, Person]:
    """Give everybody whom the settings name."""
    found: Mapping[str, PersonSettings] = context.config.settings.get("people", {})
    return {name: person_of(name, settings) for name, settings in found.items()}


def desk_settings(context: Context) -> DeskSettings:
    """Give ``[desk]``, or what holds without it."""
    found: DeskSettings = context.config.settings.get("desk", DeskSettings())
    return found


def acting_person(context: Context, action: Action) -> Person:
    """Give the person who acts, by the context or by SECRETARIAT_PERSON, who must be allowed to do this.

    Raises PersonUnknown when nobody is named or the settings do not know them, and NotAllowed.
    """
    known = people(context)
    if not known:
        raise PersonUnknown(HOW_TO_ADD.format(file=FILE_NAME))
    name = context.person or person()
    if name not in known:
        raise PersonUnknown(
            f"The settings have no [people.{name}]; they know {', '.join(sorted(known))}. "
            f"Add the table to {FILE_NAME}, or set SECRETARIAT_PERSON to one of them."
        )
    found = known[name]
    check(found.name, found.roles, action)
    return found


def check_runner(context: Context) -> None:
    """Make sure that whoever lets the desk run by itself may deliver. Raises PersonUnknown and NotAllowed.

    A service is nobody: every act it sends has a person's yes. Once somebody is named, their role counts.
    """
    if people(context) and (context.person or os.environ.get("SECRETARIAT_PERSON", "").strip()):
        acting_person(context, "deliver")


def check_reader(context: Context, action: Action = "read desk") -> None:
    """Make sure that whoever asks may read this, once the desk has people. Raises PersonUnknown and NotAllowed.

    A desk without people is read by whoever can open its store.
    """
    if people(context):
        acting_person(context, action)
