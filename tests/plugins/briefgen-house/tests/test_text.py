"""Our plain text keeps what every format of briefgen keeps."""

from briefgen_house.text import TextBackend

from briefgen.testing import BackendConformance, everything


class TestText(BackendConformance):
    """A file of plain text is read as it is."""

    backend = TextBackend

    def read(self, data: bytes) -> str:
        """Decode it."""
        return data.decode()

    def check(self, data: bytes) -> None:
        """Lines are terminated, and no sign moves a cursor."""
        assert data.endswith(b"\n")
        assert not any(byte < 32 and byte not in b"\t\n" for byte in data)

    def test_headings_are_underlined(self) -> None:
        """What only this format does is tested beside the kit."""
        assert "\nFigures\n=======\n" in self.render(everything()).data.decode()
