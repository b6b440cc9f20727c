"""The constants of one runtime by name, and which of them another runtime has otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.facts.chain_head import RuntimeConstant, whole_number
from secretariat.facts.proposal_parameters import CODEX, Parameters, constant_of, parameters_in
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class InForce:
    """The constants of one spec version, each with where it is stated, by ``Pallet.Name``; none where it was not read."""

    spec_version: int | None
    constants: Mapping[str, Stated[RuntimeConstant]]

    def number(self, name: str) -> int | None:
        """Give a constant that is a whole number; None where it is unknown."""
        found = self.constants.get(name)
        return None if found is None else whole_number(found.fact)

    def text(self, name: str) -> str | None:
        """Give a constant's JSON text; None where it is unknown."""
        found = self.constants.get(name)
        return None if found is None else found.fact.value

    def parameters(self, type_: str) -> Parameters:
        """Give the parameters that a new proposal of a type has; all unknown where the constant is."""
        return parameters_in(self.text(CODEX + constant_of(type_)))

    def source(self, name: str) -> str:
        """Name where a constant is stated, or that it is not known."""
        found = self.constants.get(name)
        if found is not None:
            return found.source
        return f"no constant {name} is known of spec version {'unknown' if self.spec_version is None else self.spec_version}"


def constants_of_spec(snapshot: Snapshot, spec_version: int | None) -> InForce:
    """Gather the constants of one runtime."""
    found = {one.fact.name: one for one in snapshot.of(RuntimeConstant) if one.fact.spec_version == spec_version}
    return InForce(spec_version=spec_version, constants=found)


def specs_known(snapshot: Snapshot) -> tuple[int, ...]:
    """List the spec versions whose constants are known, in rising order."""
    return tuple(sorted({one.fact.spec_version for one in snapshot.of(RuntimeConstant)}))


def changed_constants(before: InForce, after: InForce) -> tuple[str, ...]:
    """Name the constants that differ between two runtimes, came or went; ``System.Version`` differs always and says nothing."""
    names = sorted(before.constants.keys() | after.constants.keys())
    return tuple(name for name in names if name != "System.Version" and before.text(name) != after.text(name))
