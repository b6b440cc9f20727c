"""What an opening says of itself, as openings, upcoming openings and proposals for a lead's opening hold it."""

from typing import Any

from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store


def add_opening_metadata(store: Store, told: bytes | dict[str, Any]) -> Row:
    """Make the rows of an opening's metadata and of its questions; ``told`` are the bytes, or what was read in others."""
    found = protobuf.decoded(told, protobuf.OPENING) if isinstance(told, bytes) else told
    read = found or {}
    ending = read.get("expectedEndingTimestamp")
    made = store.add(
        "WorkingGroupOpeningMetadata",
        originallyValid=found is not None,
        title=read.get("title") or None,
        shortDescription=read.get("shortDescription") or None,
        description=read.get("description") or None,
        hiringLimit=read.get("hiringLimit") or None,
        expectedEnding=ending * 1000 if ending else None,
        applicationDetails=read.get("applicationDetails") or None,
    )
    for index, question in enumerate(read.get("applicationFormQuestions", ())):
        store.add(
            "ApplicationFormQuestion",
            openingMetadataId=made["id"],
            question=question.get("question") or None,
            type="TEXT" if question.get("type") == 1 else "TEXTAREA",
            index=index,
        )
    return made
