"""How fast PDF is made, beside other engines: `make bench-pdf`.

python tests/benchmarks/bench_pdf.py [--slow] [--engine NAME]... [--case 1|10|100|table|stages|cold|memory]...
"""

from bench_command import cold_pdf, stages
from comparing import main

ENGINES = ["briefgen", "justified", "typst", "typst alike", "reportlab", "weasyprint"]

if __name__ == "__main__":
    main(__doc__, ENGINES, lambda: stages("pdf"), cold_pdf)
