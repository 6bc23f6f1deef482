"""A language that ships has a translation of everything that briefgen prints, with the same gaps to fill in."""

import ast
import re
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from full_brief import full_brief

import briefgen
from briefgen import model
from briefgen.checks import check
from briefgen.citations.kinds import KINDS, heading
from briefgen.composition.components import Context, components
from briefgen.document import plain_text, walk
from briefgen.language import Catalogue, catalogue, languages, word
from briefgen.language.words import _WORDS
from briefgen.model import Brief
from briefgen.scales import names, scale

ROOT = Path(__file__).parents[2]
TRANSLATED = [language for language in languages() if language != "en"]
# In each class of the model, which kind of word a closed field is printed as.
KINDS_OF_WORDS = {
    **{("Event", "status"): "status", ("Claim", "status"): "status", ("Effect", "status"): "status"},
    **{("Brief", "status"): "status", ("Event", "trend"): "trend", ("Actor", "kind"): "actor"},
    **{("Actor", "influence"): "level", ("Actor", "interest"): "level", ("Position", "salience"): "level"},
    **{("Position", "stance"): "stance", ("Position", "basis"): "basis", ("Effect", "direction"): "direction"},
    **{("Attribution", "terms"): "terms", ("Change", "direction"): "change", ("Gap", "kind"): "gap"},
    **{("Indicator", "state"): "indicator", ("Recommendation", "ask"): "ask"},
}
SAME = {
    "Option",
    "Interviews",
    "Patents",
    "{num} patent",
    "Status",
    "Neutral",
    "Person",
    "Organisation",
    "Policy brief",
    "et al.",
    "in",
    "version {number}",
}


def sources() -> dict[Path, str]:
    """Give every file that may hold words of ours: the package's code, the scales' data, the templates."""
    files = [*(ROOT / "briefgen").rglob("*.py"), *(ROOT / "briefgen/scales/data").glob("*.toml")]
    return {file: file.read_text("utf-8") for file in (*files, *(ROOT / "templates").rglob("*.j2"))}


def called() -> set[str]:
    """Give the texts that code and templates ask a catalogue for, as far as they stand in the call itself."""
    found = set()
    for file, text in sources().items():
        if file.suffix == ".j2":
            found |= set(re.findall(r'\b_\("([^"]+)"\)', text))
        elif file.suffix == ".py":
            calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
            found |= {arg for call in calls for arg in _texts(call)}
    return found


def _texts(call: ast.Call) -> list[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    first = {"say": 0, "gettext": 0, "labelled": 0, "_count": 1}.get(name)
    args = call.args[first : first + 1] if first is not None else []
    return [arg.value for arg in args if isinstance(arg, ast.Constant)]


def closed() -> set[tuple[str, str]]:
    """Give the model's closed words with their kinds, in English as they are printed."""
    found = set()
    for (name, field), kind in KINDS_OF_WORDS.items():
        hint = get_type_hints(getattr(model, name))[field]
        terms = [term for part in (hint, *get_args(hint)) if get_origin(part) is Literal for term in get_args(part)]
        found |= {(kind, word(kind, term, "en")) for term in terms}
    return found | {(kind, said) for kind, words in _WORDS.items() for said in words.values()}


def given(shown: Catalogue) -> dict[str, list[str]]:
    """Give every translation by its English text."""
    plain = {key: [said] for key, said in shown.messages.items()}
    counted = {key: list(forms.values()) for key, forms in shown.plurals.items()}
    return {**plain, **counted}


def test_every_closed_word_of_the_model_is_printed_as_some_kind():
    """A field with closed words that is new in the model is not forgotten here."""
    unprinted = {"reliability", "credibility"}
    parts = [part for part in vars(model).values() if isinstance(part, type) and attrs.has(part)]
    fields = {(part.__name__, name) for part in parts for name, hint in get_type_hints(part).items() if _closed(hint)}
    assert {(part, name) for part, name in fields if name not in unprinted} - {("Source", "type")} == set(
        KINDS_OF_WORDS
    )


def _closed(hint: object) -> bool:
    return any(get_origin(part) is Literal for part in (hint, *get_args(hint)))


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_every_text(language):
    """What code and templates ask for, the closed words, the kinds of sources and the scales' texts."""
    shown = catalogue(language)
    assert called() - set(given(shown)) == set()
    assert {pair for pair in closed() if not shown.of(*pair)} == set()
    for kind, (one, _) in KINDS.items():
        assert one in shown.plurals
        assert heading(kind, "en").lower() in {key.lower() for key in shown.messages}
    for name in names():
        found = scale(name)
        said = [found.gaps, found.rule, *(term.meaning for term in found.terms)]
        assert [text for text in said if text and text not in shown.messages] == []
        for term in found.terms:
            assert shown.of(name, term.name) or shown.of("gloss", term.name), (name, term.name)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_fills_in_what_the_english_does(language):
    """No name, date or number falls out of a translated sentence, and no other is asked for."""
    for english, translations in given(catalogue(language)).items():
        for translation in translations:
            gaps = [set(re.findall(r"{\w*}", text)) - {"{num}"} for text in (english, translation)]
            assert gaps[0] == gaps[1], english
            assert "{num}" not in translation or english in catalogue(language).plurals
            assert translation == translation.strip()
            assert translation != english or english in SAME


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_nothing_that_is_not_printed(language):
    """A key that no code, template or scale holds any more is a mistake."""
    held = "\n".join(sources().values())
    kinds = {text for pair in KINDS.values() for text in pair} | {heading(kind, "en").lower() for kind in KINDS}
    capitals = {key.capitalize() for name in names() for key in (scale(name).kind, *scale(name).axes)} | {"Background"}
    for key in given(catalogue(language)):
        assert key in held or key in kinds or key in capitals or key.lower() in held, key
    contexts = catalogue(language).contexts
    assert {(kind, key) for kind, words in contexts.items() if kind in _KINDS for key in words} <= closed() | {
        ("source", "Webpage")
    }


_KINDS = {*KINDS_OF_WORDS.values(), "source"}


def vocabulary(language: str) -> set[str]:
    """Give the words of a brief in which every field is filled, with every option, but for what it was filled with."""
    brief, _ = full_brief()
    brief = attrs.evolve(brief, language=language, layout=None)
    said = ""
    for citations in ("numeric", "author-date", "note"):
        options = {"citations": citations, "bibliography": "kind", "backlinks": True, "legend": "always"}
        document = briefgen.compose(brief, options=options)
        said += plain_text(document.blocks) + " ".join(getattr(node, "heard", "") for node in walk(document))
    return {each for each in re.findall(r"[^\W\d_]{2,}", said.replace("’", "")) if "word" not in each.lower()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_brief_has_no_english_words_of_ours(language):
    """Whatever is printed in both languages is spelled alike in both."""
    alike = {"Information", "Status", "Option", "Version", "ISBN", "ISSN", "ORCID", "https", "doi", "org"}
    terms = {word for name in names() for term in scale(name).terms for word in term.name.split()}
    assert vocabulary(language) & vocabulary("en") - alike - terms == set()


def test_a_language_without_words_is_told():
    """The check names the languages that there are; a region of one, and English, pass."""
    (found,) = check(Brief("x", language="tlh"))
    assert str(found) == (
        "language: warning: briefgen has no words in 'tlh': its headings, labels and statuses will be English; "
        f"known: {', '.join(languages())}"
    )
    assert [check(Brief("x", language=tag)) for tag in ("en-GB", "de-AT")] == [(), ()]


def test_a_component_alone_speaks_the_brief_s_language():
    """From a script too."""
    brief = Brief("x", language="de", gaps=[model.Gap("W.", kind="stale")])
    assert "Veraltet" in plain_text(components(Context(brief))["gaps_table"](brief.gaps))
