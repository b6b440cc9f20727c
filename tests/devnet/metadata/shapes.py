"""Two metadata side by side: the structure of a type, whatever its number, in the form that cyscale decodes."""

from typing import Any

from tests.practice.metadata import codec


class Told:
    """What one metadata tells, decoded by cyscale, which shares no code with what made it."""

    def __init__(self, metadata: str) -> None:
        self.rc, self.md = codec(metadata)
        whole = self.md.value[1]["V14"]
        self.types = {entry["id"]: entry["type"] for entry in whole["types"]["types"]}
        self.pallets = {pallet["name"]: pallet for pallet in whole["pallets"]}
        self.extrinsic = whole["extrinsic"]

    def shape(self, number: int, inside: tuple[int, ...] = ()) -> Any:
        """Give a type's structure: kinds, names of fields, names and indices of variants. Calls and events are cut."""
        entry = self.types[number]
        kind, body = next(iter(entry["def"].items()))
        path = entry["path"][-1:]
        if number in inside or path in (["RuntimeCall"], ["RuntimeEvent"]):
            return path
        deeper = (*inside, number)
        if kind == "composite":
            return [*path, [self._field(field, deeper) for field in body["fields"]]]
        if kind == "variant":
            variants = sorted(body["variants"], key=lambda variant: variant["index"])
            return [*path, [self.variant(variant, deeper) for variant in variants]]
        if kind == "tuple":
            return [kind, [self.shape(each, deeper) for each in body]]
        if kind == "primitive":
            return [kind, body]
        return [kind, body.get("len"), self.shape(body["type"], deeper)]

    def variant(self, variant: dict[str, Any], inside: tuple[int, ...] = ()) -> Any:
        return [variant["index"], variant["name"], [self._field(field, inside) for field in variant["fields"]]]

    def _field(self, field: dict[str, Any], inside: tuple[int, ...]) -> Any:
        return [field["name"], self.shape(field["type"], inside)]

    def variants(self, pallet: str, kind: str) -> dict[str, Any]:
        held = self.pallets[pallet][kind]
        found = self.types[held["ty"]]["def"]["variant"]["variants"] if held else []
        return {variant["name"]: self.variant(variant) for variant in found}

    def items(self, pallet: str) -> dict[str, Any]:
        """Give each storage item's modifier, hashers, shapes of key and value, and default."""
        found = {}
        for entry in (self.pallets[pallet]["storage"] or {"entries": []})["entries"]:
            of = entry["type"]
            if not isinstance(of.get("Plain", 0), int):
                continue  # cyscale puts in an item of its own, __STORAGE_VERSION__
            plain = "Plain" in of
            parts = [of["Plain"]] if plain else [of["Map"]["key"], of["Map"]["value"]]
            hashers = [] if plain else of["Map"]["hashers"]
            found[entry["name"]] = [
                entry["modifier"],
                hashers,
                [self.shape(part) for part in parts],
                entry["default"],
            ]
        return found

    def constants(self, pallet: str) -> dict[str, Any]:
        found = self.pallets[pallet]["constants"]
        return {constant["name"]: [self.shape(constant["type"]), constant["value"]] for constant in found}
