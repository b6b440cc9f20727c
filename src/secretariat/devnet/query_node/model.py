"""All declared entities of the query node as one model."""

from functools import cache

from secretariat.devnet.query_node.declared import Model, model_of
from secretariat.devnet.query_node.entities import (
    bounties,
    content,
    council,
    details,
    forum,
    groups,
    members,
    proposals,
)

_THEMES = (council, proposals, forum, groups, members, content, bounties)


@cache
def the_model() -> Model:
    """Read all declarations, once."""
    return model_of(
        "".join(theme.ENTITIES for theme in _THEMES),
        enums={name: words for theme in _THEMES for name, words in theme.ENUMS.items()},
        unions={name: words for theme in (*_THEMES, details) for name, words in theme.UNIONS.items()},
        members="".join(theme.MEMBERS for theme in (*_THEMES, details)),
    )
