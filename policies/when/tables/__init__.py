"""One table of words per language. A table is found by itself: a module here that defines `TABLE`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policies.when.language import Language

TABLES: dict[str, Language] = {
    module.name: import_module(f"{__name__}.{module.name}").TABLE for module in iter_modules(__path__)
}
