"""What scripts ask of who sets lines: which characters run from right to left, and where lines of ideographs end."""

from __future__ import annotations

import re

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of Hebrew, Arabic and other scripts that run from right to left (`R` and `AL` of Unicode's bidi classes)."""

JOINERS = "\u200c\u200d"
"""Zero-width characters that keep letters apart or join them."""

_IDEOGRAPHS = "\u2e80-\u303f\u3041-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60"
_IDEOGRAPHS += "\uffe0-\uffe6\U00020000-\U0003ffff"
IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
"""Characters of Chinese and Japanese, their signs too; Korean ends its lines at spaces."""

# Kinsoku shori, as JIS X 4051 and GB/T 15834 have it.
_NOT_FIRST = "、。，．・：；？！‼⁇⁈⁉）］｝〕〉》」』】〙〗〟’”»ー々〻ゝゞヽヾ"
_NOT_FIRST += "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥—–％℃°"
_NOT_FIRST += ")\\]},.!?:;%\u0300-\u036f\u3099\u309a\u200b-\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef"
_NOT_LAST = "（［｛〔〈《「『【〘〖〝‘“«(\\[{￥＄£¥$#\u2060"
_BETWEEN = re.compile(f"(?<![{_NOT_LAST}])(?![{_NOT_FIRST}])(?:(?<=[{_IDEOGRAPHS}])(?=.)|(?<=.)(?=[{_IDEOGRAPHS}]))")


def split_ideographs(text: str) -> list[str]:
    """Split text where a line of ideographs may end: not before what closes or goes on, not after what opens.

    >>> split_ideographs("「今日」は、NATO")
    ['「今', '日」', 'は、', 'NATO']
    """
    return _BETWEEN.split(text)
