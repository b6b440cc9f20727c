"""The register of formats, in the order they are asked."""

from secretariat.sources.archives.formats import Format

FORMATS: tuple[Format, ...] = ()
