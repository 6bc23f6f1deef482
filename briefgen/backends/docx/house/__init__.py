"""A house's own Word file: opened with care, its styles, lists, pages and form taken over."""
