"""Backends with one fault each, for the conformance kit to find; they stand here so that other processes find them."""

import itertools
import re

from attrs import evolve
from briefgen_house.text import TextBackend

from briefgen.document import nodes as n
from briefgen.document.walk import rewrite_all


class _Faulty(TextBackend):
    """Plain text, changed before or after it is written."""

    def prepare(self, theme, options):
        return _Renderer(type(self), super().prepare(theme, options))

    @staticmethod
    def before(document):
        return document

    @staticmethod
    def after(rendered):
        return rendered


class _Renderer:
    def __init__(self, backend, inner):
        self.backend, self.inner = backend, inner

    def render(self, document):
        return self.backend.after(self.inner.render(self.backend.before(document)))


def _changed(document, change):
    return evolve(document, blocks=rewrite_all(document.blocks, change))


def _text(rendered, change):
    return evolve(rendered, data=change(rendered.data.decode()).encode())


class DropsNotes(_Faulty):
    @staticmethod
    def before(document):
        return _changed(document, lambda node: () if isinstance(node, n.Note) else node)


class DropsPictures(_Faulty):
    @staticmethod
    def before(document):
        return _changed(document, lambda node: evolve(node, alt="") if isinstance(node, n.Image) else node)

    @staticmethod
    def after(rendered):
        return evolve(rendered, diagnostics=())


class PrintsRemarks(_Faulty):
    @staticmethod
    def before(document):
        return _changed(document, lambda node: n.Text(node.text) if isinstance(node, n.Comment) else node)


class TakesTextForTags(_Faulty):
    @staticmethod
    def after(rendered):
        return _text(rendered, lambda text: re.sub(r"</?\w+>", "", text))


class DropsSignsInSilence(_Faulty):
    @staticmethod
    def after(rendered):
        return evolve(_text(rendered, lambda text: text.replace("\ufffd", "")), diagnostics=())


class FollowsAnyLink(_Faulty):
    @staticmethod
    def before(document):
        return _changed(document, lambda node: n.Text(node.url) if isinstance(node, n.Link) else node)


class ReadsBackwards(_Faulty):
    @staticmethod
    def before(document):
        return evolve(document, blocks=document.blocks[::-1])


class NeedsABody(_Faulty):
    @staticmethod
    def before(document):
        return document if len(document.blocks) > 1 else 1 / 0


class Counts(_Faulty):
    count = itertools.count()

    @staticmethod
    def after(rendered):
        return _text(rendered, lambda text: f"{text}{next(Counts.count)}\n")


class Hashes(_Faulty):
    @staticmethod
    def after(rendered):
        return _text(rendered, lambda text: f"{text}{hash(text)}\n")


class HoldsAFunction(_Faulty):
    def prepare(self, theme, options):
        renderer = super().prepare(theme, options)
        renderer.function = lambda: None
        return renderer


class HasAnotherSuffix(_Faulty):
    suffix = ".text"
