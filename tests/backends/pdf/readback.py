"""Reading a PDF back: what its pages say, and what a listener would hear, element by element."""

import io
import re
from functools import cache

import page as page_validation
import pikepdf

PROFILE = page_validation.ValidationProfile


def opened(data):
    """Open a file, its syntax checked."""
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.check_pdf_syntax() == []
    return pdf


def findings(data, archival=PROFILE.PDF_A_2A):
    """Say what PDF/UA-1 and PDF/A-2a, or another archival profile, find wrong."""
    reports = [page_validation.validate_pdf_bytes(data, profile=profile) for profile in (PROFILE.PDF_UA_1, archival)]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def page_texts(data):
    """Give the text of each page in the order in which it is drawn, artifacts too."""
    pdf = opened(data)
    return ["".join(text for _, text in _shown(page)) for page in pdf.pages]


def heard(data):
    """Give the text of the structure tree, as a listener hears it; a line for each element that has text.

    What a figure shows is heard in the words that stand for it.
    """
    pdf = opened(data)
    said = {}
    for index, page in enumerate(pdf.pages):
        for mcid, text in _shown(page):
            if mcid is not None:
                said[index, mcid] = said.get((index, mcid), "") + text
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    out = []
    _hear(pdf.Root.StructTreeRoot.K[0], None, pages, said, out)
    assert not said, f"marked content that no element holds: {said}"
    return "".join(out)


BLOCKS = {f"/{tag}" for tag in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Subtitle", "Caption", "Lbl")}
BLOCKS |= {"/LBody", "/TD", "/TH", "/Figure"}


def _hear(element, page, pages, said, out):
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    if str(element.S) in BLOCKS:
        out.append("\n")
    instead = element.get("/ActualText", element.get("/Alt"))
    mine = out if instead is None else []
    for kid in element.get("/K", []):
        if isinstance(kid, int) or (isinstance(kid, pikepdf.Object) and kid._type_name == "integer"):
            mine.append(said.pop((page, int(kid)), ""))
        elif kid.get("/Type") == "/MCR":
            mine.append(said.pop((pages[kid.Pg.objgen], int(kid.MCID)), ""))
        elif kid.get("/Type") == "/StructElem":
            _hear(kid, page, pages, said, mine)
    if mine is not out:
        out.append(str(instead))


def elements(pdf, tag):
    """Give the elements of one kind in an opened file."""
    found, stack = [], [pdf.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        if str(element.S) == f"/{tag}":
            found.append(element)
        kids = [k for k in element.get("/K", []) if isinstance(k, pikepdf.Dictionary) or hasattr(k, "keys")]
        stack.extend(k for k in reversed(kids) if k.get("/Type") == "/StructElem")
    return found


def _shown(page):
    fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    open_ids, font, shown = [], {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                actual = str(properties.ActualText) if "/ActualText" in properties else None
                open_ids.append((int(properties.MCID) if "/MCID" in properties else None, actual))
            case "BMC":
                open_ids.append((None, None))
            case "EMC":
                mcid, actual = open_ids.pop()
                if actual is not None:
                    shown.append((mcid, actual))
            case "Tf":
                font = fonts[str(operands[0])]
            case "Td":
                shown.append((open_ids[-1][0] if open_ids else None, " "))
            case "TJ":
                mcid, actual = open_ids[-1]
                if actual is None:
                    shown.append((mcid, "".join(_decode(bytes(o), font) for o in operands[0] if _is_string(o))))
    assert not open_ids
    return shown


def runs(page):
    """Give a page's pieces of text with size, colour and place: `(text, size, colour, x, y)`."""
    fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    found, font, size, colour, x, y = [], {}, 0.0, "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BT":
                x = y = 0.0
            case "Td":
                x, y = x + float(operands[0]), y + float(operands[1])
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "rg":
                colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in operands)
            case "TJ":
                text = "".join(_decode(bytes(o), font) for o in operands[0] if _is_string(o))
                found.append((text.strip(), size, colour, x, y))
    return found


def faces(page):
    """Give the face that each piece of a page's text is set in, as `SourceSans3-SemiBold`."""
    names = {
        key: str(font.BaseFont).split("+")[1].replace("_400", "-").replace("_600", "-").replace("_700", "-")
        for key, font in page.Resources.Font.items()
    }
    found, name = [], ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                name = names[str(operands[0])]
            case "TJ":
                found.append(name)
    return found


def fills(page):
    """Give a page's filled rectangles: `(colour, x, y, width, height)`."""
    found, colour, box = [], "", None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "rg":
                colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in operands)
            case "g":
                colour = "#" + f"{round(float(operands[0]) * 255):02X}" * 3
            case "re":
                box = tuple(float(operand) for operand in operands)
            case "f" if box is not None:
                found.append((colour, *box))
                box = None
            case _:
                box = None
    return found


def strokes(page):
    """Give a page's straight lines: `(thickness, colour, x, y, width)`."""
    found, thickness, colour, start = [], 0.0, "", (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "w":
                thickness = float(operands[0])
            case "RG":
                colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in operands)
            case "m":
                start = (float(operands[0]), float(operands[1]))
            case "l" if float(operands[1]) == start[1]:
                found.append((thickness, colour, *start, float(operands[0]) - start[0]))
    return found


def _is_string(operand):
    return isinstance(operand, pikepdf.String) or getattr(operand, "_type_name", "") == "string"


def _decode(data, font):
    codes = [int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)]
    assert 0 not in codes, "the page draws the glyph of what is missing (PDF/A-2, 6.2.11.8)"
    return "".join(font[code] for code in codes)


def _unicode(font):
    return _cmap(bytes(font.ToUnicode.read_bytes()))


@cache
def _cmap(data):
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", data)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs if len(code) == 4}


def squeezed(text):
    """Leave out blanks and soft hyphens, which lines add and take away."""
    return "".join(text.replace("\xad", "").split())
