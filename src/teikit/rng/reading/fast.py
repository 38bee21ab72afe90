"""The fast pass: is a document valid? Yes, or look again.

Expat's events drive the automaton; nothing is kept but the open elements, so memory does not grow with the file. The
pass answers `True` only for documents that are valid for certain. Whatever it cannot accept, be it an invalid document,
one that is not well-formed, or one with XInclude, is read again by the diagnosing pass, which finds out what is wrong.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any, BinaryIO
from xml.parsers import expat

from teikit.rng.automaton.derivatives import Context, matches_value
from teikit.rng.automaton.states import (
    DATA,
    ELEMENTS,
    KEPT_VALUES,
    LONGEST_KEPT,
    MIXED,
    NO_CONTEXT,
    TEXT_MOVES,
    WHITE_SPACE,
    Automaton,
    Check,
    Plan,
    State,
    Transition,
)
from teikit.xml.limits import Limits

XINCLUDE = "http://www.w3.org/2001/XInclude "
CHUNK = 1 << 18


class _UnacceptedError(Exception):
    """This pass cannot say yes."""


class FastPass:
    """One document on its way through the automaton."""

    def __init__(self, automaton: Automaton, *, check_ids: bool, limits: Limits, encoding: str | None = None) -> None:
        self.automaton = automaton
        self.check_ids = check_ids
        self.depth = limits.depth
        self.size = limits.size
        self.encoding = encoding
        self.ids: set[str] = set()
        self.references: set[str] = set()
        self.namespaces: list[tuple[str, str]] = [("xml", "http://www.w3.org/XML/1998/namespace")]

    def accepts(self, file: BinaryIO) -> bool:
        """Return whether the document in a file is valid for certain."""
        parser = expat.ParserCreate(self.encoding, " ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        finish = self._connect(parser)
        # Nothing that is made here is a circle, and looking for circles would take a fifth of the time.
        collecting = gc.isenabled()
        gc.disable()
        try:
            left = self.size
            while chunk := file.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    return False
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (_UnacceptedError, expat.ExpatError, LookupError, ValueError):
            return False
        finally:
            _disconnect(parser)
            if collecting:
                gc.enable()
        return finish() and self.references <= self.ids

    def _connect(self, parser: Any) -> Callable[[], bool]:  # noqa: C901 - one closure a handler
        # Plain local variables and one function a handler: this is where the time goes.
        depth, missing = self.depth, self._missing_plan
        state: State = self.automaton.start
        stack: list[Transition] = []
        text: list[str] = []
        empty = True

        def start(name: str, attributes: list[str]) -> None:
            nonlocal state, empty
            if text:
                flush()
            transition = state[name]
            plan = transition.plans.get(tuple(attributes[::2]))
            if plan is None:
                inside = missing(transition, name, attributes)
            else:
                inside = plan.state
                position = 1
                for check in plan.checks:
                    value = attributes[position]
                    position += 2
                    if value not in check.good:
                        self._check(check, value)
            stack.append(transition)
            if len(stack) > depth:
                raise _UnacceptedError
            if inside.mode is not state.mode:
                parser.CharacterDataHandler = handlers[inside.mode]
            state = inside
            empty = True

        def end(name: str) -> None:
            nonlocal state, empty
            if state.mode is DATA and empty:
                accepts = state.accepts_value("".join(text), self._context())
                text.clear()
            else:
                if text:
                    flush()
                accepts = state.accepts
            transition = stack.pop()
            after = transition.after.get(accepts)
            if after is None:
                after = transition.end(accepts)
            if after.is_rejected:
                raise _UnacceptedError
            if after.mode is not state.mode:
                parser.CharacterDataHandler = handlers[after.mode]
            state = after
            empty = False

        def white(data: str) -> None:
            if data.strip(WHITE_SPACE):
                raise _UnacceptedError

        def moves(data: str) -> None:
            # The handler must not be changed here: expat's buffer would be handed out once more.
            if not text and data.strip(WHITE_SPACE):
                text.append(data)

        def flush() -> None:
            nonlocal state
            joined = "".join(text)
            text.clear()
            if joined.strip(WHITE_SPACE):
                state = state.moved(joined, self._context())
                parser.CharacterDataHandler = handlers[state.mode]

        handlers = {ELEMENTS: white, MIXED: None, TEXT_MOVES: moves, DATA: text.append}
        parser.CharacterDataHandler = handlers[state.mode]
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartNamespaceDeclHandler = self._bind if self.automaton.needs_context else None
        parser.EndNamespaceDeclHandler = self._release if self.automaton.needs_context else None
        parser.ExternalEntityRefHandler = _refuse
        parser.SkippedEntityHandler = _refuse_entity
        return lambda: not stack and all(state.accepts)

    def _check(self, check: Check, value: str) -> None:
        context = self._context() if check.needs_context else NO_CONTEXT
        if not matches_value(self.automaton.table, check.pattern, value, context):
            raise _UnacceptedError
        if check.identity:
            self._identify(check.identity, value)
        elif check.keeps and len(check.good) < KEPT_VALUES and len(value) < LONGEST_KEPT:
            self.automaton.table.weight += 1
            check.good.add(value)

    def _identify(self, identity: str, value: str) -> None:
        if not self.check_ids:
            return
        words = value.split()
        if not words:
            raise _UnacceptedError
        if identity != "ID":
            self.references.update(words)
        elif words[0] in self.ids:
            raise _UnacceptedError
        else:
            self.ids.add(words[0])

    def _missing_plan(self, transition: Transition, name: str, attributes: list[str]) -> State:
        if not transition.elements or name.startswith(XINCLUDE):
            raise _UnacceptedError
        names = tuple(attributes[::2])
        plan: Plan | None = self.automaton.plan(transition.elements, names)
        pairs = list(zip(names, attributes[1::2], strict=True))
        if plan is not None:
            for check, (_, value) in zip(plan.checks, pairs, strict=True):
                self._check(check, value)
            return plan.state
        inside = self.automaton.inside(transition.elements, pairs, self._context())
        if inside.is_rejected:
            raise _UnacceptedError
        for attribute, value in pairs:
            for identity in self.automaton.identities(transition.elements, attribute):
                self._identify(identity, value)
        return inside

    def _context(self) -> Context:
        return Context(dict(self.namespaces))

    def _bind(self, prefix: str | None, uri: str | None) -> None:
        self.namespaces.append((prefix or "", uri or ""))

    def _release(self, prefix: str | None) -> None:
        for index in range(len(self.namespaces) - 1, -1, -1):
            if self.namespaces[index][0] == (prefix or ""):
                del self.namespaces[index]
                return


def _disconnect(parser: Any) -> None:
    """Break the circle of parser and handlers, so that both go at once: a thousand documents must not pile up."""
    parser.CharacterDataHandler = parser.StartElementHandler = parser.EndElementHandler = None
    parser.StartNamespaceDeclHandler = parser.EndNamespaceDeclHandler = None


def _refuse(*_: object) -> int:
    raise _UnacceptedError


def _refuse_entity(name: str, is_parameter_entity: bool) -> None:
    if not is_parameter_entity:
        raise _UnacceptedError
