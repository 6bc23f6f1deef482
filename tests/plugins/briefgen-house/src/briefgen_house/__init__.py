"""What our house adds to briefgen."""

from pathlib import Path

HERE = Path(__file__).parent
TEMPLATE = HERE / "templates" / "house"
SCALE = HERE / "scales" / "house.toml"
