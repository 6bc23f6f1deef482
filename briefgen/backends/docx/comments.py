"""Authors' remarks as Word comments, where somebody asked to see them."""

from __future__ import annotations

from ...document.nodes import Comment
from .context import Context, Job
from .xml import DECLARATION, NAMESPACES, escape, run_text

_REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'


def comment(node: Comment, at: Context) -> str:
    """Write a comment's mark and keep the comment for its part; unasked, and within notes, it stays out."""
    job = at.job
    if not job.options.comments or at.note:
        return ""
    number = len(job.comments)
    job.comments.append(node)
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{_REFERENCE}<w:commentReference w:id="{number}"/></w:r>'


def comment_starts(job: Job) -> str:
    """Open, at the start of their paragraph, the comments that have been written in it: they are about its words."""
    first, job.comments_opened = job.comments_opened, len(job.comments)
    return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(first, len(job.comments)))


def comments_xml(job: Job) -> str:
    """Write the comments part."""
    return (
        f"{DECLARATION}<w:comments {NAMESPACES}>"
        f"{''.join(_comment(node, i, job.lost) for i, node in enumerate(job.comments))}</w:comments>"
    )


def _comment(node: Comment, number: int, lost: list[str]) -> str:
    author = escape(node.author, lost)
    initials = escape("".join(word[0] for word in node.author.split()), lost)
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}">'
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r>{_REFERENCE}<w:annotationRef/></w:r>'
        f"<w:r>{run_text(node.text, lost)}</w:r></w:p></w:comment>"
    )
