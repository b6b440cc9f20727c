"""The runtimes of a long world's past: spec 2001 at first, the later ones when the councils of its periods have sat."""

from dataclasses import replace

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import Spec, spec_of
from secretariat.devnet.runtime import upgrades
from secretariat.devnet.world.settings import Settings
from secretariat.devnet.world.sizes import SHORT_CYCLE
from secretariat.devnet.world.world import World

APART = 350_000
"""Blocks between one upgrade and the next."""


def begin(chain: Chain, world: World) -> None:
    """Enter the upgrades that lead from the first runtime to the present one."""
    first = world.settings.first_runtime
    past = world.settings.size.short_cycles * SHORT_CYCLE - 100_000
    for place, version in enumerate(range(max(first + 1, 2002), 2005)):
        chain.transaction(max(1, past + place * APART), _upgrade, world.settings, version)


def runtime_of(settings: Settings, version: int) -> Spec:
    """Give a runtime of the real history with the constants that a world changes."""
    spec = spec_of(version)
    return replace(spec, constants={**spec.constants, **settings.constants})


def _upgrade(chain: Chain, settings: Settings, version: int) -> None:
    code = f"practice runtime {version}".encode()
    upgrades.make_known(chain, code, runtime_of(settings, version))
    upgrades.set_code(chain, code)
