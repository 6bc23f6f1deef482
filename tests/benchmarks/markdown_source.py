"""A chapter as Markdown: for briefs that the command reads, and for pandoc."""

from itertools import count


def markdown(chapter):
    """Write a chapter without its heading: paragraphs, a list, a table, and the notes below."""
    numbers, notes = count(1), []

    def inline(run):
        match run.kind:
            case "strong":
                return f"**{run.text}**"
            case "emphasis":
                return f"*{run.text}*"
            case "link":
                return f"[{run.text}](https://example.org/source?page=1)"
            case "note":
                name = f"{chapter.title.split()[0]}-{next(numbers)}"
                notes.append(f"[^{name}]: {run.text}")
                return f"[^{name}]"
        return run.text

    paragraphs = ["".join(inline(run) for run in runs) for runs in chapter.paragraphs]
    items = "\n".join(f"- {item}" for item in chapter.items)
    lines = [chapter.head, ["---"] * 3, *chapter.rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return "\n\n".join([*paragraphs, items, table, *notes])
