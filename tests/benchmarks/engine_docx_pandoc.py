"""pandoc: Markdown with notes, contents and tables; a program, started anew for each file."""

import subprocess

import pypandoc
from markdown_source import markdown


def prepare():
    """Give a function that converts what `source` made."""
    command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=docx", "--toc", "--output=-"]
    return lambda text: subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def source(chapters):
    """Write the content as Markdown."""
    head = "---\ntitle: A brief to measure with\n---\n"
    return head + "\n\n".join(f"# {chapter.title}\n\n{markdown(chapter)}" for chapter in chapters)
