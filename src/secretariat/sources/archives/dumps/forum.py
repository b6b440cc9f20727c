"""Entries of dumps of the forum and of the proposals' discussions: categories, threads, posts."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from secretariat.facts.forum import ForumCategory, ForumPost, ForumThread
from secretariat.facts.moments import Moment
from secretariat.facts.proposals import ProposalThread
from secretariat.sources.archives.dumps.fields import (
    U64,
    Row,
    account,
    flag,
    inside,
    is_account,
    line_of_text,
    moment,
    whole,
)
from secretariat.sources.archives.dumps.shapes import Shape

_ENTRY = frozenset({"id", "createdat", "authorid", "moderation"})
_TITLED = _ENTRY | {"title"}


def read_category(row: Row, number: int) -> ForumCategory:
    """Read one category."""
    block, at = _created(row)
    parent = inside(row, "positioninparentcategory")
    return ForumCategory(
        chain=row.chain,
        category_id=number,
        title=line_of_text(row, "title", "title"),
        description=line_of_text(row, "description", "description") or None if "description" in row.fields else None,
        parent_id=whole(parent, "parentid", "parent_id", limit=U64)
        if parent
        else whole(row, "parentcategoryid", "parent_id", limit=U64, needed=False),
        created_block=block,
        created_at=at,
        deleted=flag(row, "deleted", "deleted", needed=False),
        archived=flag(row, "archived", "archived", needed=False),
        threads=whole(row, "numdirectunmoderatedthreads", "threads", needed=False),
        threads_moderated=whole(row, "numdirectmoderatedthreads", "threads_moderated", needed=False),
    )


def read_thread(row: Row, number: int) -> ForumThread:
    """Read one thread. Its author is an account on the testnets; a member's number is not taken for one."""
    block, at = _created(row)
    return ForumThread(
        chain=row.chain,
        thread_id=number,
        title=line_of_text(row, "title", "title"),
        category_id=whole(row, "categoryid", "category_id", limit=U64),
        created_block=block,
        created_at=at,
        author_account=_author_account(row),
        posts=whole(row, ("numunmoderatedposts", "numberofposts"), "posts", needed=False),
        posts_moderated=whole(row, "nummoderatedposts", "posts_moderated", needed=False),
        moderated=_moderated(row),
    )


def read_post(row: Row, number: int) -> ForumPost:
    """Read one post; its text is not kept."""
    block, at = _created(row)
    return ForumPost(
        chain=row.chain,
        post_id=number,
        thread_id=whole(row, "threadid", "thread_id", limit=U64),
        created_block=block,
        created_at=at,
        author_account=_author_account(row),
        moderated=_moderated(row),
    )


def read_proposal_thread(row: Row, number: int) -> ProposalThread:
    """Read one discussion thread of a proposal; its author is a member's number."""
    block, at = _created(row)
    author = row.fields.get("authorid")
    return ProposalThread(
        chain=row.chain,
        thread_id=number,
        title=line_of_text(row, "title", "title"),
        created_block=block,
        author_id=None if is_account(author) else whole(row, "authorid", "author_id", limit=U64),
        created_at=at,
    )


def _created(row: Row) -> tuple[int | None, Moment | None]:
    """Read when something was made: a block, or a block with its time."""
    names = ("createdat", "activatedat")
    both = inside(row, *names)
    if both is None:
        return whole(row, names, "created_block"), None
    return whole(both, "block", "created_block"), moment(both, "time", "created_at")


def _author_account(row: Row) -> str | None:
    author = row.fields.get("authorid")
    if isinstance(author, int) or (isinstance(author, str) and author.replace(",", "").isdigit()):
        return None
    return account(row, "authorid", "author_account")


def _moderated(row: Row) -> bool | None:
    """Tell whether something was moderated: the chain keeps who did it and why, or nothing."""
    if "moderation" not in row.fields or "moderation" in row.repeated:
        return None
    value = row.fields["moderation"]
    if isinstance(value, Mapping):
        return True
    return flag(
        replace(row, fields={"moderation": "false" if value in (None, "null", "None") else value}),
        "moderation",
        "moderated",
    )


def _is_category(names: AbstractSet[str]) -> bool:
    return bool(names & {"numdirectsubcategories", "numdirectunmoderatedthreads", "positioninparentcategory"})


def _is_post(names: AbstractSet[str]) -> bool:
    return {"threadid", "authorid"} <= names and bool(names & {"currenttext", "nrinthread", "texthash"})


def _is_thread(names: AbstractSet[str]) -> bool:
    return {"categoryid", "authorid"} <= names and bool(names & {"title", "nrincategory", "numunmoderatedposts"})


def _is_proposal_thread(names: AbstractSet[str]) -> bool:
    forum = {"categoryid", "nrincategory", "moderation", "numunmoderatedposts", "description"}
    return {"title", "authorid"} <= names and bool(names & {"createdat", "activatedat"}) and not names & forum


CATEGORIES = Shape(
    noun="forum category",
    kind=ForumCategory.KIND,
    storages=("forum.categorybyid",),
    fits=_is_category,
    names=_TITLED
    | {
        "description",
        "deleted",
        "archived",
        "numdirectsubcategories",
        "numdirectunmoderatedthreads",
        "numdirectmoderatedthreads",
        "positioninparentcategory",
        "parentcategoryid",
        "moderatorid",
    },
    id_names=("id",),
    id_field="category_id",
    read=read_category,
)

THREADS = Shape(
    noun="forum thread",
    kind=ForumThread.KIND,
    storages=("forum.threadbyid",),
    fits=_is_thread,
    names=_TITLED
    | {
        "categoryid",
        "nrincategory",
        "numunmoderatedposts",
        "nummoderatedposts",
        "numberofposts",
        "moderatedat",
        "moderatorid",
        "rationale",
        "poll",
        "cleanuppayoff",
    },
    id_names=("id",),
    id_field="thread_id",
    read=read_thread,
)

POSTS = Shape(
    noun="forum post",
    kind=ForumPost.KIND,
    storages=("forum.postbyid",),
    fits=_is_post,
    names=_ENTRY
    | {"threadid", "nrinthread", "currenttext", "texthash", "textchangehistory", "lastedited", "cleanuppayoff"},
    id_names=("id",),
    id_field="post_id",
    read=read_post,
)

PROPOSAL_THREADS = Shape(
    noun="proposal thread",
    kind=ProposalThread.KIND,
    storages=("proposalsdiscussion.threadbyid",),
    fits=_is_proposal_thread,
    names=_TITLED | {"activatedat", "mode"},
    id_names=("id",),
    id_field="thread_id",
    read=read_proposal_thread,
)
