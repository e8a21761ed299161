"""The configuration: TOML → Settings, with file and line for everything that is wrong; and its editing.

`load` reads, `find_config` finds, `edit` changes the text of a file, `init` writes a first one. The
environment is read in this room and nowhere else.
"""

from feedwatch.config.create import init
from feedwatch.config.files import LONGEST_FILE
from feedwatch.config.load import known_keys, load
from feedwatch.config.paths import find_config, sample_config, sample_unit, samples
from feedwatch.config.sections import storage_anyway, storage_at
from feedwatch.config.settings import Settings, Storage
from feedwatch.config.table import InvalidConfigError

__all__ = [
    "LONGEST_FILE",
    "InvalidConfigError",
    "Settings",
    "Storage",
    "find_config",
    "init",
    "known_keys",
    "load",
    "sample_config",
    "sample_unit",
    "samples",
    "storage_anyway",
    "storage_at",
]
