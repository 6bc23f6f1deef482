"""Renderers are kept from one brief to the next."""

from __future__ import annotations

from pathlib import Path

import briefgen


def test_an_edited_theme_shows_in_the_next_file(tmp_path: Path) -> None:
    """A theme file that is changed while a process runs changes what the process writes next."""
    document = briefgen.compose(briefgen.from_dict({"title": "Harbour dues"}))
    theme = tmp_path / "house.toml"
    theme.write_text('name = "house"\nextends = "institute"\n', "utf-8")
    before = briefgen.render(document, "docx", theme=str(theme)).data
    theme.write_text('name = "house"\nextends = "institute"\n[colours]\naccent = "#AA0000"\n', "utf-8")
    after = briefgen.render(document, "docx", theme=str(theme)).data
    assert before != after
    assert after == briefgen.render(document, "docx", theme=str(theme)).data
