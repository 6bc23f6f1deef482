"""A house keeps a scale of its own in a file; its mistakes are told, and no file outside the folder is read."""

import pytest

from briefgen.errors import InputError
from briefgen.scales import place, scale

HEAD = 'name = "House"\nkind = "likelihood"\ncitation = "House style"\n'
TERMS = '[[terms]]\nterm = "low"\npercent = [0, 50]\n[[terms]]\nterm = "high"\npercent = [50, 100]\n'


def told(text, tmp_path, name="house.toml"):
    """Give what is told about a scale's file."""
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        scale(name, tmp_path)
    return [each.message for each in raised.value.diagnostics]


@pytest.mark.parametrize(("tie", "read"), [("lower", "low"), ("higher", "high"), ("nearer-even", "low")])
def test_a_house_states_its_rule_for_ties(tmp_path, tie, read):
    """The rule decides whose a shared bound is; of two terms as near to even, the lower has it."""
    (tmp_path / "house.toml").write_text(f'{HEAD}tie = "{tie}"\n{TERMS}')
    (found,) = place(scale("./house.toml", tmp_path), 0.5).terms
    assert found.name == read


def test_the_first_folder_that_has_the_file_is_taken(tmp_path):
    """The brief's folder comes before its project's."""
    for name in ("brief", "project"):
        (tmp_path / name).mkdir()
    (tmp_path / "project" / "house.toml").write_text(HEAD + TERMS)
    assert scale("house.toml", tmp_path / "brief", tmp_path / "project").name == "House"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("", ["'name' is missing", "'kind' is missing", "'citation' is missing", "'terms' is missing"]),
        (HEAD + TERMS + "tire = 1", ["terms[1]: 'tire' is not known"]),
        ('tei = "lower"\n' + HEAD + TERMS, ["'tei' is not known; nearest: 'tie'"]),
        (HEAD.replace("likelihood", "x") + '[[terms]]\nterm = "a"', ["kind: 'x' is none of likelihood, confidence"]),
        ("numbers = 1\n" + HEAD + TERMS, ["numbers: expected true or false"]),
        (HEAD + "terms = 3", ["terms: expected a [[terms]] for each term"]),
        (HEAD + "[[terms]]\npercent = [0, 5]", ["terms[0]: 'term' is missing"]),
        (HEAD + TERMS.replace("100]", "1e3]"), ["terms[1]: percent: expected two numbers from 0 to 100"]),
        (HEAD + TERMS.replace("[0, 50]", "[60, 50]"), ["terms[0]: percent: expected two numbers from 0 to 100"]),
        (HEAD + TERMS.replace("[0, 50]", "[nan, 50]"), ["terms[0]: percent: expected two numbers from 0 to 100"]),
        (HEAD + TERMS + 'synonyms = ["LOW"]', ["terms[1]: 'LOW' is already a term"]),
        (HEAD + TERMS + 'without = ["top"]', ["terms[1]: without: expected 'low', 'high', or both"]),
        (HEAD + TERMS + "forms = 3", ["terms[1]: forms: expected a list of texts"]),
        (HEAD.replace("likelihood", "confidence") + TERMS, ["terms[0]: percent: only a term of likelihood"] * 1),
        (HEAD + '[[terms]]\nterm = ["a"]', ["terms[0]: term: expected text"]),
    ],
)
def test_every_mistake_in_a_scale_s_file_is_told(tmp_path, text, messages):
    """Each names the file and the place in it."""
    found = told(text, tmp_path)
    assert [f"the scale 'house.toml': {message}" for message in messages] == [
        one[: len(f"the scale 'house.toml': {message}")] for one, message in zip(found, messages)
    ]


def test_a_file_that_is_no_toml_or_too_large_is_told(tmp_path):
    """Nothing is read beyond the bound."""
    assert "can't be read: " in told("name = ", tmp_path)[0]
    assert "it is over 100,000 bytes" in told("#" * 100_001, tmp_path)[0]
    assert told("", tmp_path, "other.toml") == ["the scale 'other.toml' can't be read: No such file or directory"]


@pytest.mark.parametrize("name", ["../house.toml", "/etc/house.toml", "a/../../house.toml", "link.toml", "\0.toml"])
def test_no_file_outside_the_folder_is_read(tmp_path, name):
    """Neither by steps upward, nor by an absolute path, nor through a link."""
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "house.toml").write_text(HEAD + TERMS)
    (folder / "link.toml").symlink_to(tmp_path / "house.toml")
    with pytest.raises(InputError, match="is not within the brief's folder"):
        scale(name, folder)


def test_without_a_folder_no_path_is_read():
    """A brief that came from nowhere has no files beside it."""
    with pytest.raises(InputError, match="is not within the brief's folder"):
        scale("house.toml")
