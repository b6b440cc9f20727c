"""Sessions in the store: on SQLite and on PostgreSQL alike."""

from concurrent.futures import ThreadPoolExecutor

from secretariat.facts.moments import Moment
from secretariat.store import sessions as kept
from secretariat.store.engine import open_store, reading, writing

NOW, LATER, LAST = (Moment(f"2027-01-01T{hour}:00:00Z") for hour in ("10", "11", "12"))


def session(person: str = "ada") -> kept.Session:
    return kept.Session(person=person, way="link", form_token="t", began_at=NOW, seen_at=NOW, ends_at=LAST)


def test_what_signs_in_once_is_taken_once(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        assert kept.add_sign_in(connection, "secret", "link", "ada", "", LATER, NOW)

    def take(_: int) -> bool:
        with writing(engine) as connection:
            return kept.take_sign_in(connection, "secret", "link", NOW) is not None

    with ThreadPoolExecutor(max_workers=6) as many:
        assert sum(many.map(take, range(6))) == 1


def test_another_kind_and_what_is_over_is_not_taken(store_url: str) -> None:
    with writing(open_store(store_url)) as connection:
        kept.add_sign_in(connection, "one", "challenge", "0x11", "text", LATER, NOW)
        assert kept.take_sign_in(connection, "one", "link", NOW) is None
        assert kept.take_sign_in(connection, "one", "challenge", NOW) == ("0x11", "text")
        kept.add_sign_in(connection, "two", "challenge", "0x11", "text", LATER, NOW)
        assert kept.take_sign_in(connection, "two", "challenge", LATER) is None
        assert kept.take_sign_in(connection, "two", "challenge", NOW) is None  # used up by the try


def test_open_challenges_are_bounded_and_links_are_not_kept_out_by_them(store_url: str) -> None:
    with writing(open_store(store_url)) as connection:
        for number in range(kept.MOST_OPEN):
            assert kept.add_sign_in(connection, f"c{number}", "challenge", "0x11", "", LATER, NOW)
        assert not kept.add_sign_in(connection, "more", "challenge", "0x11", "", LATER, NOW)
        assert kept.add_sign_in(connection, "link", "link", "ada", "", LATER, NOW)
        assert kept.add_sign_in(connection, "more", "challenge", "0x11", "", LAST, LATER)  # the others are over


def test_a_session_is_found_seen_told_and_ended(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        kept.begin(connection, "cookie", session())
        kept.see(connection, "cookie", LATER)
        kept.tell(connection, "cookie", "done")
    with reading(engine) as connection:
        found = kept.find(connection, "cookie")
        assert found is not None
        assert (found.person, found.seen_at, found.said) == ("ada", LATER, "done")
        assert kept.find(connection, "other") is None
    with writing(engine) as connection:
        kept.end(connection, "cookie")
        assert kept.find(connection, "cookie") is None


def test_a_session_ends_alone_and_old_ones_are_forgotten(store_url: str) -> None:
    with writing(open_store(store_url)) as connection:
        for secret, person in (("a", "ada"), ("b", "ada"), ("c", "dan")):
            kept.begin(connection, secret, session(person))
        kept.end(connection, "a")
        assert [kept.find(connection, secret) is None for secret in "abc"] == [True, False, False]
        late = Moment("2027-01-02T10:00:00Z")
        kept.begin(
            connection,
            "d",
            kept.Session(person="dan", way="link", form_token="t", began_at=late, seen_at=late, ends_at=late),
        )
        assert kept.find(connection, "c") is None
