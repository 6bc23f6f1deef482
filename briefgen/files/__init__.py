"""From files and mappings to briefs, with the place of everything in them; `dump` writes them back."""

from .load import Loaded, from_dict, load, loads
from .places import Places

__all__ = ["Loaded", "Places", "from_dict", "load", "loads"]
