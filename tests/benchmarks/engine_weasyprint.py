"""WeasyPrint: a page of HTML with a style sheet."""

from html import escape

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from briefgen.themes import shipped

STYLE = """@page { size: A4; margin: 28mm 70mm 25mm 22mm }
@page { @bottom-center { content: counter(page) " / " counter(pages) } }
body { font: 10.5pt/14pt Body } table { font-size: 9pt; border-collapse: collapse }
td, th { border-bottom: .5pt solid grey; text-align: left } .note { float: footnote; font-size: 7.8pt }
"""
FACES = {"400Regular": "", "600SemiBold": "font-weight: bold;", "400Regular_Italic": "font-style: italic;"}


def prepare():
    """Give a function that renders what `source` made."""
    fonts, folder = FontConfiguration(), shipped("themes", "fonts").as_uri()
    faces = "".join(
        f"@font-face {{ font-family: Body; {said} src: url({folder}/SourceSerif4_{file}.ttf) }}"
        for file, said in FACES.items()
    )
    sheet = weasyprint.CSS(string=faces + STYLE, font_config=fonts)

    def render(text):
        return weasyprint.HTML(string=text).write_pdf(stylesheets=[sheet], font_config=fonts)

    return render


def source(chapters):
    """Write the content as HTML."""
    return "<html lang=en><title>A brief</title>" + "".join(_chapter(chapter) for chapter in chapters)


def _chapter(chapter):
    paragraphs = "".join(f"<p>{''.join(_inline(run) for run in runs)}</p>" for runs in chapter.paragraphs)
    items = "".join(f"<li>{escape(item)}</li>" for item in chapter.items)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in chapter.head)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in chapter.rows)
    table = f"<table><caption>{escape(chapter.caption)}</caption><thead><tr>{head}</tr></thead>{rows}</table>"
    return f"<h1>{escape(chapter.title)}</h1>{paragraphs}<ul>{items}</ul>{table}"


def _inline(run):
    text = escape(run.text)
    match run.kind:
        case "strong":
            return f"<strong>{text}</strong>"
        case "emphasis":
            return f"<em>{text}</em>"
        case "link":
            return f'<a href="https://example.org/source?page=1">{text}</a>'
        case "note":
            return f"<span class=note>{text}</span>"
    return text
