"""The feed of what was said in public, as Atom (RFC 4287): equal entries give equal bytes."""

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.facts.moments import Moment
from secretariat.formats.visible import visible

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """One text that was sent: ``digest`` names its act for good, ``where`` is the channel it went to, ``at`` when it had arrived."""

    digest: str
    title: str
    text: str
    where: str
    at: Moment


def render(
    entries: Sequence[FeedEntry], *, title: str, subtitle: str, about: str, updated: Moment, here: str = ""
) -> bytes:
    """Write the feed, newest first. ``about`` tells this feed from others (the chain's genesis), ``updated`` is its age without entries.

    ``here`` is the public address of the feed itself, by which it says where it is kept up; empty where that is not known.

    Strangers' words are plain text with what hides in them made visible, and control characters, which XML cannot hold, as their numbers.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_name("feed"))
    _put(feed, "id", _urn(f"feed {about}"))
    _put(feed, "title", title)
    _put(feed, "subtitle", subtitle)
    _put(feed, "updated", max((one.at for one in entries), default=updated))
    if here:
        ET.SubElement(feed, _name("link"), {"rel": "self", "type": "application/atom+xml", "href": here})
    _put(ET.SubElement(feed, _name("author")), "name", "Secretariat")
    for one in sorted(entries, key=lambda each: (each.at, each.digest), reverse=True):
        _entry(feed, one, about)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _entry(feed: ET.Element, one: FeedEntry, about: str) -> None:
    entry = ET.SubElement(feed, _name("entry"))
    _put(entry, "id", _urn(f"act {about} {one.digest}"))
    _put(entry, "title", one.title)
    _put(entry, "updated", one.at)
    _put(entry, "published", one.at)
    ET.SubElement(entry, _name("category"), {"term": one.where})
    _put(entry, "content", one.text, type="text")


def _put(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, _name(name), attributes).text = visible(text)


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _urn(words: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, words).urn
