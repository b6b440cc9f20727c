"""Messages in the protocol buffers' wire form, as far as the network's metadata needs it."""

Value = int | str | bytes


def varint(number: int) -> bytes:
    """Encode a whole number, seven bits in each byte."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)


def message(*fields: tuple[int, Value | None]) -> bytes:
    """Encode (field number, value) pairs; None is left out, bytes are an inner message."""
    found = bytearray()
    for number, value in fields:
        if value is None:
            continue
        if isinstance(value, int):
            found += varint(number << 3) + varint(value)
        else:
            raw = value.encode() if isinstance(value, str) else value
            found += varint(number << 3 | 2) + varint(len(raw)) + raw
    return bytes(found)


DISCORD, TELEGRAM, TWITTER = 4, 6, 2


def membership(name: str, about: str | None = None, discord: str | None = None) -> bytes:
    """Encode what a member tells about itself (MembershipMetadata)."""
    link = message((1, DISCORD), (2, discord)) if discord else None
    return message((1, name), (4, about), (5, link))


def thread(title: str | bytes, *tags: str) -> bytes:
    """Encode a forum thread's title and tags (ForumThreadMetadata)."""
    return message((1, title), *((2, tag) for tag in tags))


def post(text: str, replies_to: int | None = None) -> bytes:
    """Encode a post of the forum or of a discussion (ForumPostMetadata, ProposalsDiscussionPostMetadata)."""
    return message((1, text), (2, replies_to))


def candidacy(header: str, points: tuple[str, ...], text: str) -> bytes:
    """Encode a candidate's note (CouncilCandidacyNoteMetadata)."""
    return message((1, header), *((2, point) for point in points), (4, text))


def opening(title: str, short: str, text: str, limit: int, until: int) -> bytes:
    """Encode what an opening offers (OpeningMetadata); ``until`` in seconds since 1970."""
    return message((1, short), (2, text), (3, limit), (4, until), (7, title))


def application(*answers: str) -> bytes:
    """Encode the answers of an application (ApplicationMetadata)."""
    return message(*((1, answer) for answer in answers))


def group_status(status: str, text: str) -> bytes:
    """Encode how a group stands (WorkingGroupMetadataAction)."""
    return message((1, message((1, message((3, status), (4, text))))))
