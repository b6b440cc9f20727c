"""The forum by habit: threads, answers, and a few that are taken away again."""

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.world import protobuf, words
from secretariat.devnet.world.people import Person
from secretariat.devnet.world.world import World, some_of, succeeded

CATEGORIES = ((1, 10.0), (2, 12.0), (3, 5.0), (4, 14.0), (5, 8.0), (6, 6.0), (7, 9.0), (8, 20.0), (9, 8.0), (10, 4.0))
"""By category: how much of the forum it is."""

DAY = 14_400


def plan(chain: Chain, world: World, ends_at: int) -> None:
    """Plan the threads of the stage that begins now."""
    size, seed = world.settings.size, world.seed
    rate = size.threads / size.horizon
    count = some_of(rate * (ends_at - chain.now), seed, "threads", chain.now)
    for number in range(count):
        block = chain.now + 1 + chance.below(max(1, ends_at - chain.now - 1), seed, "thread", chain.now, number)
        chain.transaction(block, begin_thread, world, chain.now, number)


def writer(world: World, *words_: object) -> Person:
    """Choose who writes, by habit."""
    people = world.at_large()
    return chance.weighted([(one, one.habits.writes) for one in people], world.seed, "writer", *words_)


def begin_thread(chain: Chain, world: World, *place: int) -> None:
    """Let somebody begin a thread, and others answer in the days after."""
    seed = world.seed
    person = writer(world, "thread", *place)
    category = chance.weighted(CATEGORIES, seed, "category", *place)
    title = words.thread_title(seed, *place)
    tags = ("question",) if title.endswith("?") else ()
    thread = world.send(
        person,
        "Forum.create_thread",
        forum_user_id=world.member(person.name),
        category_id=category,
        metadata=protobuf.thread(title, *tags),
        text=f"{words.paragraph(seed, 'first', *place)}\n\n{words.paragraph(seed, 'second', *place)}".encode(),
    )
    if not succeeded(thread):
        return
    size = world.settings.size
    mean = max(0.0, size.posts / size.threads - 1)
    # Most threads have a few answers, some have many.
    lively = 0.3 + 1.4 * chance.share(seed, "lively", thread)
    block = chain.now
    for number in range(some_of(mean * lively, seed, "answers", thread)):
        block += 1 + chance.below(DAY, seed, "answered after", thread, number)
        chain.transaction(block, answer, world, category, thread, number)


def answer(chain: Chain, world: World, category: int, thread: int, number: int) -> None:
    """Let somebody answer in a thread."""
    seed = world.seed
    person = writer(world, "post", thread, number)
    text = words.opinion(seed, "post", thread, number)
    made = world.send(
        person,
        "Forum.add_post",
        forum_user_id=world.member(person.name),
        category_id=category,
        thread_id=thread,
        text=protobuf.post(text),
        editable=chance.happens(0.7, seed, "editable", thread, number),
    )
    if succeeded(made) and chance.happens(0.01, seed, "deletes", made):
        chain.transaction(chain.now + 500, delete_post, world, person.name, category, thread, made)


def delete_post(chain: Chain, world: World, name: str, category: int, thread: int, post: int) -> None:
    """Let somebody take a post away again, if it stands with a deposit."""
    if chain.get("Forum.PostById", thread, post) is None:
        return
    place = {"category_id": category, "thread_id": thread, "post_id": post}
    world.send(
        world.people[name],
        "Forum.delete_posts",
        forum_user_id=world.member(name),
        posts=((place, True),),
        rationale=b"Written in the wrong thread.",
    )
