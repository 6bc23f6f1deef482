"""What a brief holds comes back out of a file, whatever it is."""

import json

import yaml
from briefs import briefs, plain
from hypothesis import given

from briefgen.files import from_dict, loads


class _Quoting(yaml.SafeDumper):
    """Writes every text in quotes: PyYAML's plain style is YAML 1.1's, which has other numbers and words."""


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@given(briefs())
def test_every_brief_is_read_back_as_it_was(brief):
    """From a mapping, from JSON in both its spellings, and from YAML; nothing is warned of."""
    data = plain(brief)
    for loaded in (
        from_dict(data),
        loads(json.dumps(data)),
        loads(json.dumps(data, ensure_ascii=False, indent=1)),
        loads(yaml.dump(data, Dumper=_Quoting, allow_unicode=True)),
    ):
        assert loaded.brief == brief
        assert loaded.diagnostics == ()
