"""Texts that are markup, a command or a trap to something that a brief passes through, or to who opens it."""

from briefgen.testing.hostile import HOSTILE, UNWRITABLE

TEXTS = {
    **{f"kit {number}": text for number, text in enumerate(HOSTILE)},
    **{f"unwritable {number}": text for number, text in enumerate(UNWRITABLE)},
    "bidirectional": "exe.\u202egnp.doc\u202c \u2066isolated\u2069 \u200f\u200e",
    "joined emoji": "👨‍👩‍👧‍👦 🏳️‍🌈 🇺🇦 👍🏽 1️⃣",
    "right to left": "قال الوزير «نعم» في 2024 שלום עולם (א) end",
    "combining": "Z" + "\u0351\u036b\u0343\u036a\u0302" * 12 + " e\u0301 o\u0308\u0304",
    "ideographs": "漢字 かな 한국어 ไทย हिन्दी",
    "formula": "=cmd|' /C calc'!A0 +1+1 -2 @SUM(A1:A9) \t=HYPERLINK(\"http://e.example\")",
    "template": "{{ cycler.__init__.__globals__ }} {# no #} {%- endblock -%} ${7*7} <%= 7*7 %> #{7*7}",
    "jinja lines": "{% raw %} {% endraw %} {{ super() }} {% include '/etc/passwd' %}",
    "xml": '<?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e; <![CDATA[x]]> --> &lt;',
    "word": '<w:p/> {MERGEFIELD x} { DDEAUTO c:\\\\windows "calc" } _x000D_ \\* MERGEFORMAT',
    "pdf": "(a) Tj /S /JavaScript /JS (app.alert(1)) >> <FEFF0041> \\377 BT 0 0 Td EMC %%EOF",
    "markdown": "- [ ] x ***y*** __z__ `` ` `` \\* [a]: http://e.example <http://e.example> <b>x</b> &copy; ~~~ ---",
    "table": "a | b \\| c || :--- | ---:",
    "notes": "[^1] [^1]: x ^[y] [@nobody, p. 4] [](#nothing) [x][y] ![z](../../etc/passwd)",
    "latex": "\\input{/etc/passwd} $\\frac{1}{2}$ \\begin{x} % ~ ^ _ # & { }",
    "shell": "$(touch /tmp/x) `id` ; rm -rf / | cat && true > /dev/null ~root ../../etc/passwd -rf",
    "paths": "C:\\Windows\\system32 \\\\host\\share file:///etc/passwd //host/x",
    "long word": "Donaudampfschifffahrtsgesellschaft" * 20,
    "blanks": "no\u00a0break thin\u2009em\u2003zero\u200bwidth soft\u00adhyphen word\u2060joiner ideographic\u3000",
    "private": "private \ue000 unassigned \u0378 replacement \ufffd object \ufffc bom \ufeff.",
    "control": "a\x01b\x1b[31mc\x7fd\x85e\u2028f\u2029g\x0bh",
    "yaml": "--- !!python/object:os.system &a *a key: [x, {y: z}] # no | > 'q' \"r\" %TAG",
    "links": "javascript:alert(1) data:text/html,x mailto:a@e.example https://e.example/?a=b&c=d#e www.e.example",
    "case": "ẞß İı ſ ŉ ﬁ ﬀ Ω Ω K Å ǅ",
}
"""Each with a name for its tests."""

_MEANING = ["template", "xml", "word", "pdf", "markdown", "table", "notes", "latex", "shell", "yaml", "links"]
MARKED_UP = [name for name in TEXTS if name.startswith("kit") or name in _MEANING]
"""Those that mean something to Markdown, or nearly."""
