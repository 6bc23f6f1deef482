"""The small parts that serve every document: settings, and the theme's colours and fonts as Word offers them."""

from __future__ import annotations

from ...themes import Theme
from .fonts import word_name
from .styles.style import colour
from .xml import DECLARATION, NAMESPACES, escape

_SEPARATORS = '<w:{kind} w:id="-1"/><w:{kind} w:id="0"/>'
_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
)
_SCHEME = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
    'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
)
_EAST_ASIAN = {"zh", "ja", "ko"}
# Faces that come with Word for the scripts that a theme's own lack: sans, then serif.
_COMPLEX = {"major": "Arial", "minor": "Times New Roman"}
_SCRIPTS = {
    "major": {
        "Jpan": "Yu Gothic",
        "Hang": "Malgun Gothic",
        "Hans": "Microsoft YaHei",
        "Hant": "Microsoft JhengHei",
        "Deva": "Nirmala UI",
    },
    "minor": {"Jpan": "Yu Mincho", "Hang": "Batang", "Hans": "SimSun", "Hant": "PMingLiU", "Deva": "Nirmala UI"},
}
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
# A theme needs three of each (DrawingML 20.1.4.1.14); nothing here uses them.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="briefgen"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def settings_xml(language: str, direction: str, *, embedded: bool = False) -> str:
    """Write the settings. Nothing in them makes Word ask to update fields.

    Faces that are `embedded` stay so when Word saves the file, whole, so that the next editor has every letter.
    """
    kept = "<w:embedTrueTypeFonts/>" if embedded else ""
    footnotes, endnotes = _SEPARATORS.format(kind="footnote"), _SEPARATORS.format(kind="endnote")
    primary = language.split("-", maxsplit=1)[0].lower()
    other = f' w:eastAsia="{language}"' if primary in _EAST_ASIAN else f' w:bidi="{language}"' * (direction == "rtl")
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{kept}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:footnotePr>{footnotes}</w:footnotePr>"
        f'<w:endnotePr><w:numFmt w:val="decimal"/>{endnotes}</w:endnotePr>'
        f"<w:compat>{_COMPATIBILITY}</w:compat>"
        f'<w:themeFontLang w:val="{language}"{other}/>{_SCHEME}'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def theme_xml(theme: Theme) -> str:
    """Write Word's own theme: its palette offers the brief's colours, its fonts are the brief's two."""
    names = ("ink", "white", "sec", "panel", "accent", "counter", "mute", "rule", "strongly-for", "strongly-against")
    slots = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    values = ["FFFFFF" if name == "white" else colour(theme, name) for name in names]
    accent, name = colour(theme, "accent"), escape(theme.name, [])
    pairs = [*zip(slots, values), ("hlink", accent), ("folHlink", accent)]
    palette = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in pairs)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_MAIN}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{palette}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("major", word_name(theme, "sans"))}'
        f"{_font('minor', word_name(theme, 'serif'))}</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )


def _font(slot: str, name: str) -> str:
    scripts = "".join(f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS[slot].items())
    return (
        f'<a:{slot}Font><a:latin typeface="{escape(name, [])}"/><a:ea typeface=""/>'
        f'<a:cs typeface="{_COMPLEX[slot]}"/>{scripts}</a:{slot}Font>'
    )
