"""What came back from the server, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from teikit.deposit.push.codes import NOT_PERMITTED, REFUSED_METADATA, SERVER_FAILED, TOO_LARGE, UNEXPECTED_ANSWER
from teikit.diagnostics import Code, DiagnosedError, Diagnostic, Location

_LONGEST = 300


class PushError(DiagnosedError):
    """The push cannot go on; the diagnostics say why.

    `passing` is true where the same step may well succeed a little later; `wait` are the seconds that the server asks
    for, if it does. `undone` is true where the server has said that it did nothing.
    """

    passing = False
    undone = False
    wait: float | None = None

    @classmethod
    def of(cls, code: Code, place: str, message: str, hint: str, *, passing: bool = False) -> PushError:
        """Return an error with one diagnostic; `place` is an address of the server, or a file."""
        error = cls([Diagnostic.of(code, Location(place), message, hint=hint)])
        error.passing = passing
        return error


class Answer(NamedTuple):
    """An answer: the address that was asked, the status, the JSON (None where there is none), seconds to wait."""

    address: str
    status: int
    content: Any
    wait: float | None = None

    def text(self, *path: str) -> str:
        """Return a string in the content, by its path of keys. Raises `PushError` where there is none."""
        found = self.maybe(*path)
        if isinstance(found, str) and found:
            return found
        raise unexpected(self.address, f"the answer has no “{'.'.join(path)}”")

    def maybe(self, *path: str) -> Any:
        """Return what the content holds at a path of keys, or None."""
        found = self.content
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found


def unexpected(address: str, message: str) -> PushError:
    """Return the error of an answer that no InvenioRDM gives."""
    hint = "check the address: it must be that of an InvenioRDM, such as https://zenodo.org/api"
    return PushError.of(UNEXPECTED_ANSWER, address, message, hint)


def judged(answer: Answer, *, expected: tuple[int, ...], absent: bool = False, ignored: tuple[str, ...] = ()) -> Answer:
    """Return an answer that is one of success, without errors in it.

    `expected` are the statuses of success; with `absent`, 404 and 410 are returned too. `ignored` are fields (and what
    is below them) whose errors are no errors at this step. Raises `PushError`.
    """
    if absent and answer.status in (404, 410):
        return answer
    if answer.status not in expected:
        error = _failure(answer)
        error.undone = 400 <= answer.status < 500
        raise error
    if not isinstance(answer.content, dict):
        what = "nothing" if answer.content is None else "no JSON object"
        raise unexpected(answer.address, f"the answer holds {what}")
    faults = [fault for fault in _faults(answer) if not _below(fault[0], ignored)]
    if faults:
        raise PushError(_refusals(answer, faults))
    return answer


def _below(field: str, fields: tuple[str, ...]) -> bool:
    return any(field == each or field.startswith(f"{each}.") for each in fields)


def _failure(answer: Answer) -> PushError:
    place, said = answer.address, _message(answer)
    if answer.status in (401, 403):
        hint = "check the token, its rights (write and publish deposits) and that it is one of this server"
        return PushError.of(NOT_PERMITTED, place, f"the server refuses: {answer.status}{said}", hint)
    if answer.status == 413:
        hint = "ask the repository for a larger quota, or make the package smaller"
        return PushError.of(TOO_LARGE, place, f"the server does not take so much: 413{said}", hint)
    if answer.status == 429 or answer.status >= 500:
        hint = "run the command again later: it goes on where it stopped"
        error = PushError.of(SERVER_FAILED, place, f"the server cannot answer now: {answer.status}{said}", hint)
        error.passing, error.wait = True, answer.wait
        return error
    faults = list(_faults(answer))
    if faults:
        return PushError(_refusals(answer, faults))
    if answer.status in (400, 409, 422) and said:
        return PushError(_refusals(answer, [("", said.removeprefix(", "))]))
    return unexpected(place, f"the server answers {answer.status}{said}")


def _message(answer: Answer) -> str:
    said = answer.maybe("message")
    return f", {_short(said)}" if isinstance(said, str) and said.strip() else ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _faults(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield field and message of each error in an answer; `errors` is a list of them, or one text."""
    errors = answer.maybe("errors")
    if not errors:
        return
    for each in errors if isinstance(errors, list) else [errors]:
        if not isinstance(each, dict):
            yield "", _short(str(each))
            continue
        messages = each.get("messages") or [each.get("message") or "is not accepted"]
        field = _short(str(each.get("field") or ""))
        yield field, _short("; ".join(str(one) for one in messages) if isinstance(messages, list) else str(messages))


def _refusals(answer: Answer, faults: list[tuple[str, str]]) -> Iterator[Diagnostic]:
    for field, message in faults:
        named = f"“{field}”: {message}" if field else message
        about = field.startswith("metadata")
        hint = (
            "mend it in the teiHeader, or under [deposit] in teikit.toml, and run the command again"
            if about
            else "mend it, and run the command again: it goes on where it stopped"
        )
        yield Diagnostic.of(REFUSED_METADATA, Location(answer.address), f"the server refuses {named}", hint=hint)
