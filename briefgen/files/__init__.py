"""From files and mappings to briefs, with the place of everything in them, and back."""

from .dump import dumps
from .load import Loaded, from_dict, load, loads
from .places import Places

__all__ = ["Loaded", "Places", "dumps", "from_dict", "load", "loads"]
