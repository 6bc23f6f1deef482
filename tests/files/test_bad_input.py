"""Hostile and broken files: repaired and told, or refused, and always in bounds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, InputError
from briefgen.files import from_dict, load, loads
from briefgen.files.dump import dumps


def refused(text: str | bytes, form: str = "yaml") -> str:
    with pytest.raises(InputError) as caught:
        loads(text, "b.yaml", form=form)
    return str(caught.value)


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\u202e", "U+202E"),
    ],
)
def test_characters_that_no_document_may_hold_are_taken_out(bad, name):
    """The brief is read without them, and a warning names field, place and character."""
    for text in (f"title: T\nsubtitle: a{bad}b", json.dumps({"title": "T", "subtitle": f"a{bad}b"})):
        loaded = loads(text, "b.yaml")
        assert loaded.brief.subtitle == "ab"
        (found,) = loaded.diagnostics
        assert (found.path, found.message.rpartition(" ")[2]) == ("subtitle", name)
        assert found.place.line in (1, 2)
    assert from_dict({"title": f"a{bad}b"}).diagnostics[0].path == "title"


def test_a_lone_surrogate_is_shown_as_lost():
    """In JSON as in Python; a pair is the character that it stands for."""
    assert loads('{"title": "a\\ud800b"}').brief.title == "a\ufffdb"
    assert loads('{"title": "a\\ud83d\\ude00b"}').brief.title == "a😀b"
    assert loads('{"title": "a\\\\ud83d"}').brief.title == "a\\ud83d"
    assert from_dict({"title": "a\udc00"}).brief.title == "a\ufffd"


def test_places_stay_right_beside_characters_that_are_taken_out():
    """Lines and columns count the characters of the file."""
    assert refused("\ufefftitle: 'a\0\0'\nstatus: {\0: x}").splitlines()[-1].startswith("b.yaml:2:9 status:")


def test_byte_order_marks_and_line_ends_are_taken():
    """UTF-8 with its mark, UTF-16 with its mark, CRLF and CR."""
    assert loads(b"\xef\xbb\xbftitle: T").brief.title == "T"
    assert loads("title: Täler".encode("utf-16")).brief.title == "Täler"
    assert loads(b"title: T\r\nbottom_line: |\r\n  a\r\n  b\r\n").brief.bottom_line.source == "a\nb"
    assert loads("title: T\rsubtitle: U\r").brief.subtitle == "U"


def test_another_encoding_is_refused_with_its_line():
    """Latin-1 is not guessed."""
    assert refused("title: T\nsubtitle: Täler".encode("latin-1")) == (
        "b.yaml:2: the text is not UTF-8; save the file as UTF-8"
    )


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['x']", "!!str 3", "!Secret x", "!!binary aGk="])
def test_tags_are_refused(tag):
    """Nothing in a file chooses how it is read."""
    assert "is refused; put text that begins with ! in quotes" in refused(f"title: {tag}")


def test_an_alias_bomb_is_refused_before_it_grows():
    """Aliases count each time they are used."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "more than 200,000 values, aliases counted each time" in refused("\n".join(rows))


def test_an_alias_of_itself_is_refused():
    """What is still open can't be referred to."""
    assert "'*a' refers to nothing above it" in refused("title: T\nkeywords: &a [*a]")


def test_a_field_given_twice_is_refused_with_both_lines():
    """The second does not win in silence."""
    assert (
        refused("title: T\nstatus: draft\ntitle: U")
        == "b.yaml:3:1 title: 'title' stands twice; it stands in line 1 too"
    )


@pytest.mark.parametrize(
    "number", [".inf", "-.INF", ".nan", "NaN", "Infinity", "-Infinity", "1e999", "9" * 30, "9" * 5000]
)
def test_numbers_that_are_none_are_refused(number):
    """Not finite, or too large to be meant."""
    for text in (
        f"title: T\nkey_figures: [{{label: a, value: {number}}}]",
        f'{{"title": "T", "key_figures": [{{"label": "a", "value": {number}}}]}}',
    ):
        assert "number" in refused(text) or "too large" in refused(text)


def test_deep_nesting_is_refused():
    """No recursion limit is met, in a file or a mapping."""
    for deep in ("[" * 100_000, "{a: " * 5_000, "- " * 3_000 + "x"):
        assert "stand within each other" in refused(f"title: T\nkeywords:\n  {deep}")
    endless: dict[str, object] = {"title": "T"}
    endless["layout"] = endless
    with pytest.raises(InputError, match="stand within each other"):
        from_dict(endless)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    """Four megabytes are more than any brief."""
    path = tmp_path / "b.yaml"
    path.write_bytes(b"title: T\nbackground: " + b"x" * 5_000_000)
    with pytest.raises(InputError, match=r"a brief has 4,194,304 at most"):
        load(path)


def test_a_long_field_is_read():
    """One field of a megabyte is within bounds."""
    assert len(loads("title: T\nbackground: " + "word " * 200_000).brief.background.source) == 999_999


def test_text_that_looks_like_markup_or_code_is_only_text():
    """Templates, tags and entities mean nothing to the reader."""
    for text in ("{{7*7}}", "</w:t>", "AT&T", "a<b", "<img src=x>", "| # 1."):
        assert loads(f"title: '{text}'").brief.title == text


def attempt(read, *given, **options):
    """Give the diagnostics of a reading, whether it succeeds or fails; any other error is a bug."""
    try:
        return read(*given, **options).diagnostics
    except BriefgenError as error:
        return error.diagnostics


@given(st.text(max_size=80), st.sampled_from(["yaml", "markdown"]))
def test_any_text_is_a_brief_or_a_mistake(text, form):
    """Nothing but a BriefgenError comes out, whatever stands in the file."""
    assert all(str(found) for found in attempt(loads, text, form=form))


@given(st.text(alphabet=list("ab:,-#|>'\"[]{}&*!%@` \n\t\\?"), max_size=60), st.sampled_from(["yaml", "markdown"]))
def test_any_punctuation_is_a_brief_or_a_mistake(text, form):
    """The same with the characters that YAML and Markdown care for; every finding has its line."""
    assert all(found.place.line for found in attempt(loads, f"title: T\nsubtitle: {text}", form=form))


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "name", "id", "sources"]) | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)
_FIELDS = "title language date marking layout key_figures timeline actors positions effects sources exhibits"
_field = st.sampled_from(_FIELDS.split())


@given(st.dictionaries(_field, _plain, max_size=4))
def test_any_mapping_is_a_brief_or_a_mistake(data):
    """The same with mappings from programs."""
    assert all(str(found) for found in attempt(from_dict, {"title": "T", **data}))


def test_what_an_anchor_names_may_not_be_a_fields_name():
    """A text with an anchor may stand again as a value; a field's name is written out."""
    assert loads("title: &a T\nsubtitle: *a\n").brief.subtitle == "T"
    assert "a field's name can't be an alias" in refused("title: &a T\n*a : U\n")


def test_front_matter_of_no_fields():
    """It is told, with what to write."""
    assert "the front matter holds no fields; write 'title: …'" in refused("---\n- a\n---\ntext\n", "markdown")


@pytest.mark.parametrize("text", ["9" * 5000, "0x" + "f" * 4000, "-" + "1" * 400 + ".5e9"])
def test_text_that_looks_like_a_number_too_large_stays_text(text):
    """Written in quotes, so that it is read back as it was."""
    brief = from_dict({"title": text}).brief
    assert loads(dumps(brief)).brief == brief
