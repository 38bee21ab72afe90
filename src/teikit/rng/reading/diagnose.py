"""The diagnosing pass: what is wrong, where, and how to go on after it.

It reads as the fast pass does, but keeps the open elements with their places, and recovers from each fault as Jing
does: required elements that were left out are skipped; a known element out of place is validated by its own declaration
and its parent goes on as if it were not there; an unknown one is passed over. Better than Jing: an unknown element
whose name is close to an expected one is reported once and read as that one. One fault, one diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from teikit.diagnostics import Diagnostic
from teikit.rng import codes
from teikit.rng.automaton.derivatives import Context
from teikit.rng.automaton.expectations import expected_names, required_names
from teikit.rng.automaton.patterns import Element, Pattern
from teikit.rng.automaton.states import DATA, WHITE_SPACE, Automaton, State
from teikit.rng.reading import messages
from teikit.rng.reading.attributes import MOST_LISTS, AttributeReader, Identities, value_hint
from teikit.rng.reading.inclusion import Inclusion
from teikit.rng.reading.report import SEPARATOR, Frame, Place, Report, plain
from teikit.rng.reading.xinclude import INCLUDE, Selection, own_language

CHUNK = 1 << 14
"""Expat is fed in pieces of this size: what it keeps of its input is copied whenever an attribute is located."""


class Diagnosis:
    """One document on its way through the automaton, with its faults.

    `root` is the folder that XInclude may read below; None leaves `xi:include` as an element like any other.
    """

    def __init__(self, automaton: Automaton, path: str, *, check_ids: bool, root: Path | None = None) -> None:
        self.automaton = automaton
        self.report = Report(path)
        self.identities = Identities(self.report, check=check_ids)
        self._attributes = AttributeReader(automaton, self.report, self.identities)
        self._namespaces: list[tuple[str, str]] = []
        self._part: Selection | None = None
        self._names: dict[tuple[Pattern, ...], list[str]] = {}
        self._by_word: dict[str, list[str]] | None = None
        self.frame = Frame(None, "", Place(path, 1, 1))
        self.frame.state = automaton.start
        self.inclusion = Inclusion(self, root) if root is not None else None

    def run(self, data: bytes) -> Iterator[Diagnostic]:
        """Yield the faults of a well-formed document in UTF-8."""
        self.read(self.report.path, data)
        self._text_beside_elements(self.frame)
        if not self.frame.had_child and not len(self.report):
            self.report.say(codes.MISSING_ELEMENT, self.frame, "the document has no root element")
        self.identities.finish()
        yield from self.report.diagnostics()

    def read(self, path: str, data: bytes, part: Selection | None = None) -> None:
        """Read one file: the document, or one that it includes, or the selected part of that."""
        before = self.report.parser, self.report.path, self._part, self._namespaces
        self._part = part
        self._namespaces = [("xml", "http://www.w3.org/XML/1998/namespace")]
        self.report.path = path
        self.report.parser = parser = expat.ParserCreate("utf-8", SEPARATOR)
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.StartNamespaceDeclHandler = self._bind
        parser.EndNamespaceDeclHandler = self._release
        if part is None:
            self.listen()
        else:
            part.listen()
        for chunk in pieces(data):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
        self.report.parser, self.report.path, self._part, self._namespaces = before

    def listen(self) -> None:
        """Take the events of the parser that is at work."""
        parser = self.report.parser
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters

    def resume(self) -> None:
        """Listen on after an element: to the rest of the file, unless only a part of it is to be read."""
        if self._part is not None and self._part.is_over():
            self._part.go_on()
        else:
            self.listen()

    def open_fallbacks(self) -> int:
        """Return how many fallbacks of `xi:include` are being read."""
        return len(self.inclusion.fallbacks) if self.inclusion else 0

    # --- elements

    def start(self, name: str, attributes: list[str]) -> None:
        """Handle a start-tag."""
        parent = self.frame
        self._text_beside_elements(parent, plain(name))
        if self.inclusion is not None and plain(name) == INCLUDE:
            self.inclusion.begin(attributes)
            return
        if self.inclusion is not None:
            attributes = self.inclusion.fixed_up(attributes)
        names = [plain(each) for each in attributes[::2]]
        frame = self.frame = Frame(parent, name, self.report.here())
        if self.inclusion is not None:
            frame.language = own_language(attributes, parent.language)
        candidates = self._candidates(parent, frame)
        if candidates:
            self.report.begin_tag(names)
            pairs = list(zip(names, attributes[1::2], strict=True))
            frame.state = self._attributes.inside(frame, candidates, pairs, self._context())

    def _candidates(self, parent: Frame, frame: Frame) -> tuple[Element, ...]:
        """Return the element patterns that the element is taken for; none where it is passed over."""
        known, exact = self.automaton.elements_named(frame.name)
        state = parent.state
        if state is None:
            return known
        if not known:
            # No pattern of the grammar has the name: the ways through this state need not be tried for it.
            return self._unknown(parent, frame, state)
        transition = state[frame.name]
        if transition.elements:
            frame.transition = transition
            return transition.elements
        past = self.automaton.past_required(state.patterns, frame.name)
        if past.elements:
            self._report_skipped(parent, frame, state)
            frame.transition = past
            return past.elements
        if exact:
            self._report_out_of_place(parent, frame, state)
            return known
        return self._unknown(parent, frame, state) or known

    def _unknown(self, parent: Frame, frame: Frame, state: State) -> tuple[Element, ...]:
        expected = self._expected(state)
        meant = self.report.advice.nearest(frame.name, expected)
        hint = self.report.advice.hint(frame.name, expected, meant=meant, empty=_nothing(state))
        others = self._names_alike(messages.local(frame.name))
        message = f'element "{messages.shown(frame.name, others)}" is not allowed {_where(parent)}'
        self.report.say(codes.UNEXPECTED_ELEMENT, frame, message, hint)
        if meant is None:
            return ()
        frame.transition = state[meant]
        return frame.transition.elements

    def _expected(self, state: State) -> list[str]:
        """Return the names of the elements that may come next."""
        found = self._names.get(state.patterns)
        if found is None:
            if len(self._names) == MOST_LISTS:
                self._names.clear()
            found = self._names[state.patterns] = expected_names(state.patterns)
        return found

    def _names_alike(self, word: str) -> list[str]:
        """Return the names of the schema's elements with a local name."""
        if self._by_word is None:
            self._by_word = {}
            for name in self.automaton.names():
                self._by_word.setdefault(messages.local(name), []).append(name)
        return self._by_word.get(word, [])

    def _report_out_of_place(self, parent: Frame, frame: Frame, state: State) -> None:
        hint = self.report.advice.hint(frame.name, self._expected(state), meant=None, empty=_nothing(state))
        message = f'element "{messages.shown(frame.name)}" is not allowed {_where(parent)}'
        self.report.say(codes.UNEXPECTED_ELEMENT, frame, message, hint)

    def _report_skipped(self, parent: Frame, frame: Frame, state: State) -> None:
        missing = self._missing_before(state, frame.name)
        message = f'element "{messages.shown(frame.name)}" is not allowed {_where(parent)} yet'
        if missing:
            self.report.say(codes.MISSING_ELEMENT, frame, f"{message}: {messages.listing(missing)} must come before it")
            return
        hint = self.report.advice.hint(frame.name, self._expected(state), meant=None, empty="")
        self.report.say(codes.UNEXPECTED_ELEMENT, frame, message, hint)

    def _missing_before(self, state: State, name: str) -> set[str]:
        """Return the required names that had to come first: required now, and no longer once the element is read."""
        past = self.automaton.past_required(state.patterns, name)
        left = past.end(tuple(True for _ in past.elements))
        return _required(state) - _required(left) - {name}

    def end(self, name: str) -> None:
        """Handle an end-tag."""
        frame = self.frame
        if self.inclusion is not None and self.inclusion.is_fallback(name, frame):
            self.inclusion.leave_fallback()
            return
        parent = frame.parent
        if parent is None:
            return
        self._close(frame, parent)
        if self._part is not None and self._part.is_over():
            self._part.go_on()

    def _close(self, frame: Frame, parent: Frame) -> None:
        """Go from an element back to its parent."""
        accepts = self._accepts(frame)
        self.frame = parent
        transition = frame.transition
        if transition is None or parent.state is None:
            return
        after = transition.end(accepts) if any(accepts) else None
        if after is None or after.is_rejected:
            after = transition.end(tuple(True for _ in transition.elements))
        parent.state = after

    def _accepts(self, frame: Frame) -> tuple[bool, ...]:
        """Return which of its element patterns the content of an element satisfies; report it if none."""
        state = frame.state
        if state is None:
            return ()
        if state.mode == DATA and not frame.had_child:
            accepts = state.accepts_value("".join(frame.text), self._context())
            if not any(accepts):
                self._report_value(frame, state)
            return accepts
        self._text_beside_elements(frame)
        if frame.state is not None:  # a state without transitions is empty, and not true
            state = frame.state
        if not any(state.accepts):
            self._report_incomplete(frame, state)
        return state.accepts

    def _report_incomplete(self, frame: Frame, state: State) -> None:
        missing = _required(state)
        expected = self._expected(state)
        message = f'"{messages.shown(frame.name)}" ends too early'
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            self.report.say(codes.MISSING_ELEMENT, frame, f"{message}: {messages.listing(missing)} {verb} missing")
            return
        hint = self.report.advice.hint("", expected, meant=None, empty="").replace("allowed here", "expected one of")
        self.report.say(codes.MISSING_ELEMENT, frame, message, hint)

    # --- text

    def characters(self, data: str, place: Place | None = None) -> None:
        """Handle text; `place` is where it comes from, if not out of the file that is being read."""
        frame = self.frame
        if frame.state is None:
            return
        if frame.text_place is None and data.strip(WHITE_SPACE):
            # Expat reports text line by line, so what stands before it is white space of the same line.
            here = self.report.here()
            frame.text_place = place or here._replace(column=here.column + len(data) - len(data.lstrip(WHITE_SPACE)))
        frame.text.append(data)

    def _text_beside_elements(self, frame: Frame, child: str = "") -> None:
        """Take the text since the last tag as text of mixed content, before a child or at the end."""
        state, text, place = frame.state, "".join(frame.text), frame.text_place
        frame.text.clear()
        frame.text_place = None
        if state is None or place is None:
            return
        moved = state.moved(text, self._context())
        # Text that could be a value is at fault before a child that could stand in its stead.
        instead = state.mode == DATA and child and state[child].elements and not moved[child].elements
        if not moved.is_rejected and not instead:
            frame.state = moved
            return
        hint = self.report.advice.hint("", self._expected(state), meant=None, empty="")
        message = f"text is not allowed {_where(frame, 'here')}"
        self.report.say(codes.UNEXPECTED_TEXT, frame, message, hint, place=place)

    def _report_value(self, frame: Frame, state: State) -> None:
        text = "".join(frame.text).strip(WHITE_SPACE)
        label = messages.shown(frame.name)
        if text:
            message = f'"{messages.shortened(text)}" is not allowed as the content of "{label}"'
        else:
            message = f'"{label}" is empty, but needs a value'
        self.report.say(
            codes.INVALID_VALUE,
            frame,
            message,
            value_hint(self.report.advice, list(state.patterns), text),
            place=frame.text_place,
        )

    # --- namespaces

    def _context(self) -> Context:
        return Context(dict(self._namespaces))

    def _bind(self, prefix: str | None, uri: str | None) -> None:
        self._namespaces.append((prefix or "", uri or ""))

    def _release(self, prefix: str | None) -> None:
        for index in range(len(self._namespaces) - 1, -1, -1):
            if self._namespaces[index][0] == (prefix or ""):
                del self._namespaces[index]
                return


def pieces(data: bytes) -> Iterable[bytes]:
    """Yield data in pieces that expat can be fed with."""
    return (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))


def _where(parent: Frame, outside: str = "as the root") -> str:
    return outside if parent.parent is None else f'in "{messages.shown(parent.name)}"'


def _nothing(state: State) -> str:
    return "nothing more is allowed here" if all(state.accepts) else "no element is allowed here"


def _required(state: State) -> set[str]:
    return set.intersection(*(required_names(pattern) for pattern in state.patterns))
