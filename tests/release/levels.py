"""A brief with parts at four levels, each with words that stand nowhere else."""

import briefgen

LEVELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")
FORMATS = (".pdf", ".docx", ".md", ".tree.json")
SECRETS = {
    "TLP:CLEAR": "Ferries sail again between both banks of the strait from Monday on",
    "TLP:GREEN": "Pilots complain in private about fees that nobody has published so far",
    "TLP:AMBER": "Insurers prepare to leave the market before the first storm of autumn",
    "TLP:RED": "A deputy minister told our envoy that the harbour will be sold in secret",
}
NAMES = {"TLP:CLEAR": "Albatross", "TLP:GREEN": "Barnacle", "TLP:AMBER": "Cormorant", "TLP:RED": "Dunlin"}


def data(**more):
    """Give the data of the brief: in each list a part a level, and one without a marking."""
    parts = [(level, secret, NAMES[level]) for level, secret in SECRETS.items()]
    return {
        "title": "The harbour",
        "bottom_line": "Nothing has *moved*.",
        "unmarked": "TLP:CLEAR",
        "developments": [
            {
                "title": f"Operation {name}",
                "description": f"{secret}. It's [said](https://example.org/{name.lower()}).",
                "marking": level,
            }
            for level, secret, name in parts
        ]
        + [{"title": "A meeting", "description": "All know."}],
        "actors": [{"name": name, "marking": level} for level, _, name in parts],
        "key_figures": [
            {"label": f"Ships of {name}", "value": 71_000 + number, "marking": level}
            for number, (level, _, name) in enumerate(parts)
        ],
        "glossary": [
            {"term": f"Q{name}", "expansion": f"Quay of {name}", "marking": level} for level, _, name in parts
        ],
        **more,
    }


def brief(**more):
    """Make the brief."""
    return briefgen.from_dict(data(**more))


def above(level):
    """Give the levels above a level."""
    return LEVELS[LEVELS.index(level) + 1 :]
