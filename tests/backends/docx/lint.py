"""What the schema does not say and Word minds all the same: a lint over a finished file."""

import io
import posixpath
import re
import zipfile
from collections import Counter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
SEVERAL = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}


def lint(data: bytes) -> list[str]:
    """List what is wrong with a file; nothing when it is sound."""
    package = zipfile.ZipFile(io.BytesIO(data))
    names = package.namelist()
    parts = {n: etree.fromstring(package.read(n)) for n in names if n.endswith((".xml", ".rels"))}
    stories = {n: root for n, root in parts.items() if n.startswith("word/") and n.endswith(".xml")}
    return [
        *_types(parts["[Content_Types].xml"], names),
        *_relations(parts, names),
        *_styles(parts["word/styles.xml"], stories),
        *_numbers(parts["word/numbering.xml"], stories),
        *_notes(parts),
        *_comments(parts),
        *_links_inside(parts["word/document.xml"], stories),
        *[finding for name, root in stories.items() for finding in _story(name, root)],
    ]


def _types(types, names):
    suffixes = {e.get("Extension") for e in types if "Extension" in e.attrib}
    overridden = {e.get("PartName").lstrip("/") for e in types if "PartName" in e.attrib}
    yield from (f"type of a part that is not there: {n}" for n in overridden - set(names))
    for name in names:
        if name != "[Content_Types].xml" and name not in overridden and name.rsplit(".", 1)[-1] not in suffixes:
            yield f"{name}: no content type"


def _relations(parts, names):
    for name, root in parts.items():
        if not name.endswith(".rels"):
            folder = posixpath.dirname(name)
            rels = parts.get(f"{folder}/_rels/{posixpath.basename(name)}.rels")
            known = set() if rels is None else {e.get("Id") for e in rels}
            used = {v for e in root.iter(etree.Element) for k, v in e.attrib.items() if k.startswith(R)}
            yield from (f"{name}: no relationship {v}" for v in used - known)
            continue
        base = posixpath.dirname(posixpath.dirname(name))
        ids = Counter(e.get("Id") for e in root)
        yield from (f"{name}: {i} twice" for i, n in ids.items() if n > 1)
        for e in root:
            target = posixpath.normpath(posixpath.join(base, e.get("Target")))
            if e.get("TargetMode") != "External" and target not in names:
                yield f"{name}: leads to {target}, which is not there"


def _styles(sheet, stories):
    defined = Counter((s.get(f"{W}type"), s.get(f"{W}styleId")) for s in sheet.iter(f"{W}style"))
    names = Counter(s.find(f"{W}name").get(f"{W}val").lower() for s in sheet.iter(f"{W}style"))
    yield from (f"style {k} twice" for k, n in (defined + names).items() if n > 1)
    ids = {i for _, i in defined}
    for s in sheet.iter(f"{W}basedOn", f"{W}next", f"{W}link"):
        if s.get(f"{W}val") not in ids:
            yield f"a style builds on {s.get(f'{W}val')}, which is not there"
    for name, root in stories.items():
        for tag, kind in STYLED.items():
            for e in root.iter(W + tag):
                if (kind, e.get(f"{W}val")) not in defined:
                    yield f"{name}: no {kind} style {e.get(f'{W}val')}"


def _numbers(numbering, stories):
    nums = [n.get(f"{W}numId") for n in numbering.iter(f"{W}num")]
    yield from (f"list {n} twice" for n, count in Counter(nums).items() if count > 1)
    abstract = {a.get(f"{W}abstractNumId") for a in numbering.findall(f"{W}abstractNum")}
    for n in numbering.findall(f"{W}num/{W}abstractNumId"):
        if n.get(f"{W}val") not in abstract:
            yield f"a list of the kind {n.get(f'{W}val')}, which is not there"
    for name, root in stories.items():
        used = {e.get(f"{W}val") for e in root.iter(f"{W}numId")}
        yield from (f"{name}: no list {n}" for n in used - set(nums) - {"0"})


def _notes(parts):
    for kind in ("footnote", "endnote"):
        notes = parts[f"word/{kind}s.xml"]
        made = {n.get(f"{W}id") for n in notes if n.get(f"{W}type") is None}
        used = Counter(e.get(f"{W}id") for e in parts["word/document.xml"].iter(f"{W}{kind}Reference"))
        if made != set(used) or any(n > 1 for n in used.values()):
            yield f"{kind}s made {sorted(made)}, used {sorted(used)}"


def _comments(parts):
    made = {c.get(f"{W}id") for c in parts["word/comments.xml"]} if "word/comments.xml" in parts else set()
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        used = [e.get(f"{W}id") for e in parts["word/document.xml"].iter(W + tag)]
        if set(used) != made or len(used) != len(made):
            yield f"comments made {sorted(made)}, {tag} {sorted(used)}"


def _links_inside(document, stories):
    marks = {e.get(f"{W}name") for e in document.iter(f"{W}bookmarkStart")}
    yield from (f"bookmark {m!r} is no name" for m in marks if not re.fullmatch(r"[A-Za-z_]\w{0,39}", m))
    for name, root in stories.items():
        for e in root.iter(f"{W}hyperlink"):
            if e.get(f"{W}anchor") and e.get(f"{W}anchor") not in marks:
                yield f"{name}: no bookmark {e.get(f'{W}anchor')}"
        for e in root.iter(f"{W}instrText"):
            found = re.match(r"\s*(?:REF|PAGEREF)\s+(\S+)", e.text or "")
            if found and found[1] not in marks:
                yield f"{name}: no bookmark {found[1]}"


def _story(name, root):
    yield from _fields(name, root)
    yield from _cells(name, root)
    ids = Counter()
    for e in root.iter(etree.Element):
        tag = etree.QName(e).localname
        if tag in ("bookmarkStart", "docPr", "comment", "footnote", "endnote"):
            ids[tag, e.get(f"{W}id") or e.get("id")] += 1
        if tag == "id" and e.getparent().tag == f"{W}sdtPr":
            ids["control", e.get(f"{W}val")] += 1
        if tag == "tag" and len(e.get(f"{W}val")) > 64:
            yield f"{name}: the tag {e.get(f'{W}val')!r} is longer than Word allows"
        if tag == "bookmarkStart":
            ids["name", e.get(f"{W}name").lower()] += 1
    yield from (f"{name}: {k} twice" for k, n in ids.items() if n > 1)
    starts = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkEnd")]
    if sorted(starts) != sorted(ends):
        yield f"{name}: bookmarks not closed"


def _fields(name, root):
    depth = 0
    for e in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(e.get(f"{W}fldCharType"), 0)
        if depth < 0:
            yield f"{name}: a field ends that has not begun"
    if depth:
        yield f"{name}: {depth} fields left open"


def _cells(name, root):
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"{name}: a cell that does not end in a paragraph"
    for table in root.iter(f"{W}tbl"):
        after = table.getnext()
        if after is not None and after.tag == f"{W}tbl":
            yield f"{name}: two tables that Word would join"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if table.find(f"{W}tblPr/{W}tblLayout") is not None:
            yield from _widths(name, table)
        for row in table.findall(f"{W}tr"):
            spans = [s.get(f"{W}val") for s in row.findall(f"{W}tc/{W}tcPr/{W}gridSpan")]
            if len(row.findall(f"{W}tc")) + sum(int(s) - 1 for s in spans) != columns:
                yield f"{name}: a row that does not fill the table's {columns} columns"


def _widths(name, table):
    """The grid and the cells say the same widths, or readers that trust one show what others do not."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    grid = sum(int(column.get(f"{W}w")) for column in columns)
    for row in table.findall(f"{W}tr"):
        cells = [cell.find(f"{W}tcPr/{W}tcW") for cell in row.findall(f"{W}tc")]
        if any(cell is None or cell.get(f"{W}type") != "dxa" for cell in cells):
            yield f"{name}: a cell without a width"
        elif abs(sum(int(cell.get(f"{W}w")) for cell in cells) - grid) > len(columns):
            yield f"{name}: a row that is not as wide as its table's grid"
