"""In finished files each judgment, effect and claim leads by links to what it rests on, and back."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from attrs import evolve
from full_brief import full_brief

import briefgen
from briefgen.backends.docx.anchors import bookmark_name
from briefgen.document.nodes import Reference
from briefgen.document.walk import walk
from briefgen.model import anchor
from briefgen.trace import evidence

EXAMPLES = sorted(Path("examples").glob("*/brief.yaml"))
TRACED = ("judgment", "effect", "claim")


def whole():
    """Take the brief that fills every field, without its layout, and let its parts rest on each other."""
    made, _ = full_brief()
    basis = ("event-1", "source-1", "effect-1", "scenario-1", "gap-1")
    return evolve(made, layout=None, key_judgments=[evolve(made.key_judgments[0], basis=basis)])


BRIEFS = {path.parent.name: lambda path=path: briefgen.load(path) for path in EXAMPLES} | {"every field": whole}
del BRIEFS["ministerial-submission"]  # holds no judgment, effect or claim


@pytest.fixture(scope="module", params=BRIEFS)
def laid_out(request):
    """A brief, and its document."""
    made = BRIEFS[request.param]()
    return made, briefgen.compose(made)


def steps(brief):
    """Give each step from a judgment, effect or claim to a part that it rests on, as paths."""
    found = evidence(brief)
    traced = [step for step in found.steps if found.held[step.above].kind in TRACED]
    return {(found.held[step.above].path, found.held[step.below].path) for step in traced}


def called(brief):
    """Give the path of each part by what a document calls it; in a list of sources a source is called by its id."""
    listed = {f"source-{source.id}": path for path, source in brief.parts() if source.kind_name == "source"}
    return {anchor(part): path for path, part in brief.parts()} | listed


def linked(brief, events):
    """Gather which part leads to which: a link is of those that begin at the last place before it, and around them.

    Each event is a place, what happens there and the name of a part.
    """
    paths, found, here, at = called(brief), set(), [], None
    for place, kind, name in events:
        if kind == "begins" and name in paths:
            here, at = ([*here, paths[name]] if place == at else [paths[name]]), place
        elif kind == "leads" and name in paths:
            found |= {(path[:end], paths[name]) for path in here for end in (*ends(path), len(path))}
    return found


def ends(path):
    """Give the places where the parts around a part end in its path."""
    return (at for at, sign in enumerate(path) if sign == ".")


def check(brief, events):
    """Every step is a link, and so is the way back."""
    found = linked(brief, events)
    wanted = steps(brief)
    assert wanted
    assert not {(above, below) for above, below in wanted if (above, below) not in found}
    assert not {(above, below) for above, below in wanted if (below, above) not in found}


def test_in_markdown(laid_out):
    """Each link leads to an anchor of the file."""
    brief, document = laid_out
    text = briefgen.render(document, "md").data.decode()
    events = [
        (at, "begins", begun) if begun else (at, "leads", led)
        for at, (begun, led) in enumerate(re.findall(r'<a id="([^"]+)"></a>|\]\(#([^) ]+)', text))
    ]
    check(brief, events)


def test_in_word(laid_out):
    """Each link leads to a bookmark of the file."""
    brief, document = laid_out
    data = briefgen.render(document, "docx").data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    names = {bookmark_name(name): name for name in called(brief)}
    pattern = r'<w:bookmarkStart [^>]*w:name="([^"]+)"|(?:<w:hyperlink [^>]*w:anchor="|>\s*REF )([\w.]+)'
    events = [
        (at, "begins", names.get(begun, "")) if begun else (at, "leads", names.get(led, ""))
        for at, (begun, led) in enumerate(re.findall(pattern, text))
    ]
    check(brief, events)


def test_in_a_pdf(laid_out):
    """Each link leads to a page and height, one for each part, and there the part begins."""
    brief, document = laid_out
    with pikepdf.open(io.BytesIO(briefgen.render(document).data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        on = {link.objgen: number for number, page in enumerate(pdf.pages) for link in page.get("/Annots", [])}
        links = [[places(link, pages, on) for link in found] for found in internal(pdf.Root.StructTreeRoot)]
    named = [node.target for node in walk(document) if isinstance(node, Reference)]
    assert len(links) == len(named)
    begun = {name: target for name, ((_, target), *_) in zip(named, links)}
    assert all(target == begun[name] for name, found in zip(named, links) for _, target in found)
    events = [((page, -y - 2), "begins", name) for name, (page, y) in together(begun).items()]
    events += [((page, -y), "leads", name) for name, found in zip(named, links) for (page, y), _ in found]
    check(brief, sorted(events))


def together(begun):
    """Let the sources of a page begin at one height: they stand in columns, and a place does not say in which."""
    tops = {}
    for name, (page, y) in begun.items():
        if name.startswith("source-"):
            tops[page] = max(y, tops.get(page, 0.0))
    return {name: (page, tops[page] if name.startswith("source-") else y) for name, (page, y) in begun.items()}


def internal(element):
    """Give the places of each link within the file, in the order of reading; those of the contents aside."""
    tag = str(element.get("/S", ""))
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    dictionaries = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    if tag == "/Link":
        found = [kid.Obj for kid in dictionaries if kid.get("/Type") == "/OBJR" and "/Dest" in kid.Obj]
        yield from [found] if found else []
    elif tag != "/TOC":
        for kid in dictionaries:
            yield from internal(kid)


def places(link, pages, on):
    """Say where a link stands, and where it leads: page and height."""
    middle = float(link.Rect[1] + link.Rect[3]) / 2
    return (on[link.objgen], middle), (pages[link.Dest[0].objgen], float(link.Dest[3]))
