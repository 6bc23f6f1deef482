"""How the documentation is built: `make docs`. Nothing is fetched, and the same sources give the same files."""

project = "briefgen"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.autosummary"]
exclude_patterns = ["pictures/**"]
suppress_warnings = ["misc.highlighting_failure"]  # the guide shows on purpose what is no YAML

myst_heading_anchors = 4  # `page.md#a-heading` leads to the heading, as on code hosts

default_role = "literal"  # docstrings mark code with single backticks
add_module_names = False
autodoc_member_order = "bysource"
autosummary_generate = False
python_use_unqualified_type_names = True

html_theme = "furo"  # its faces are the reader's own
html_title = "briefgen"
html_copy_source = False
html_show_sourcelink = False
