"""`briefgen schema`: the schema as a file for editors."""

import json

from briefgen.cli import main
from briefgen.files.schema import schema


def test_the_schema_is_written_to_a_file_or_to_standard_output(tmp_path, capsys):
    """The same text in both, and the same whenever it is written."""
    path = tmp_path / "brief.schema.json"
    assert main(["schema", "-o", str(path)]) == main(["schema"]) == 0
    text = capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == text
    assert json.loads(text) == schema()


def test_a_folder_that_is_not_there_is_a_mistake_of_the_command_line(tmp_path, capsys):
    """As for any output."""
    assert main(["schema", "-o", str(tmp_path / "no" / "x.json")]) == 2
    assert "does not exist" in capsys.readouterr().err
