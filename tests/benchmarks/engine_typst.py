"""typst: plain, or set up alike (justified, hyphenated, contents, notes, PDF/UA-1 and PDF/A-2a)."""

import tempfile
from pathlib import Path

import typst

from briefgen.themes import shipped

PLAIN = """#set page(paper: "a4", margin: (left: 22mm, right: 70mm, top: 28mm, bottom: 25mm))
#set text(font: "Source Serif 4", size: 10.5pt)
#set par(leading: 0.55em)
"""
ALIKE = """#set document(title: "A brief to measure with", date: datetime(year: 2026, month: 3, day: 2))
#set page(numbering: "1 / 1")
#set text(lang: "en", region: "GB", hyphenate: true)
#set par(justify: true)
#show figure: set block(breakable: true)
#outline()
"""
ESCAPED = str.maketrans({c: "\\" + c for c in "\\#$*_`<>@[]~"})


def prepare(standards=()):
    """Give a function that compiles what `source` made, with fonts read once."""
    folder = Path(tempfile.mkdtemp())
    fonts = [str(shipped("themes", "fonts"))]
    compiler = typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)

    def render(text):
        return compiler.compile(input=text.encode(), format="pdf", pdf_standards=list(standards))

    return render


def prepare_alike():
    """Give a function that compiles to both standards."""
    return prepare(("ua-1", "a-2a"))


def source(chapters):
    """Write the content plainly."""
    return PLAIN + "\n".join(_chapter(chapter, alike=False) for chapter in chapters)


def source_alike(chapters):
    """Write the content with everything that briefgen does too."""
    return PLAIN + ALIKE + "\n".join(_chapter(chapter, alike=True) for chapter in chapters)


def _chapter(chapter, *, alike):
    paragraphs = "\n\n".join("".join(_inline(run, alike) for run in runs) for runs in chapter.paragraphs)
    items = "\n".join(f"- {_text(item)}" for item in chapter.items)
    cells = "\n".join("".join(f"[{_text(cell)}]," for cell in row) for row in chapter.rows)
    head = "".join(f"[{_text(cell)}]," for cell in chapter.head)
    columns = "columns: (auto, 1fr, auto)"
    table = f"table({columns}, table.header({head}),\n{cells})"
    return (
        f"= {_text(chapter.title)}\n{paragraphs}\n\n{items}\n\n#figure(caption: [{_text(chapter.caption)}], {table})\n"
    )


def _inline(run, alike):
    match run.kind:
        case "strong":
            return f"*{_text(run.text)}*"
        case "emphasis":
            return f"_{_text(run.text)}_"
        case "link":
            return f'#link("https://example.org/source?page=1")[{_text(run.text)}]'
        case "note":
            return f"#footnote[{_text(run.text)}]" if alike else f" ({_text(run.text)})"
    return _text(run.text)


def _text(text):
    return text.translate(ESCAPED)
