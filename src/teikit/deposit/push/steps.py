"""The steps of a push, in their order."""

from __future__ import annotations

import os
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from teikit.deposit.push import parcel, records, state, uploading
from teikit.deposit.push.codes import CHANGED_SINCE, PUBLISHED_ALREADY, REFUSED_METADATA, UNKNOWN_STATE
from teikit.deposit.push.inscribing.inscription import Inscription
from teikit.deposit.push.lock import held
from teikit.deposit.push.parcel import DoiIn, Parcel, Source
from teikit.deposit.push.records import Draft, Succession
from teikit.deposit.push.state import SentFile, State
from teikit.deposit.push.transport.answers import PushError, judged
from teikit.deposit.push.transport.authentication import refuse_unsafe, token_for
from teikit.deposit.push.transport.client import Client, shown
from teikit.deposit.push.transport.retrying import Retries
from teikit.diagnostics import Diagnostic, Location, Severity

LAG = 3.0
"""Seconds until a draft that was made is among those that the server lists."""


class Wishes(NamedTuple):
    """What a push is to do.

    `server` is the address as given, `new_version_of` the id of a record or ''. `state` is the state file.
    """

    server: str
    state: Path
    publish: bool = False
    new_version_of: str = ""
    doi_in: DoiIn = "copy"
    insecure: bool = False


class Pushed(NamedTuple):
    """What has become of it: the page of the record or draft, its bare DOI (or ''), and what is worth knowing."""

    page: str
    doi: str
    published: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def state_beside(path: Path) -> Path:
    """Return where the state of a push is kept: in the folder of a project, beside a package."""
    if path.is_dir() and not (path / "bagit.txt").is_file():
        return path / ".teikit-push.json"
    return path.resolve().with_name(f"{path.resolve().name}.push.json")


class Preview(NamedTuple):
    """What would be sent, as JSON: `server`, `metadata`, `files` with name and size …; and what is worth knowing."""

    content: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...]


def preview(path: Path, wishes: Wishes) -> Preview:
    """Return what would be sent. Asks no server.

    The DOI is not known yet, so the files are those without it. Raises `TeikitError`.
    """
    source = parcel.source_of(path)
    parcel.check(source)
    with tempfile.TemporaryDirectory(prefix="teikit-push-") as work:
        metadata, remarks = parcel.metadata_of(source, Path(work))
        package = parcel.packed(source, Path(work), metadata, None, "no").package
        content = {
            "server": records.records_of(wishes.server),
            "new_version_of": wishes.new_version_of or None,
            "publish": wishes.publish,
            "doi_in": source.doi_in(wishes.doi_in),
            "metadata": metadata,
            "files": [{"name": package.name, "size": package.stat().st_size}],
        }
    return Preview(content, remarks)


def push(path: Path, wishes: Wishes, *, say: Callable[[str], None], retries: Retries | None = None) -> Pushed:
    """Push a package or a project, or go on with a push that was cut. `say` is told of each step.

    Raises `PushError` where the server, the token or the state is in the way, other `TeikitError`s where the package
    cannot be made; whatever was done until then is in the state file.
    """
    source = parcel.source_of(path)
    server = records.records_of(wishes.server)
    refuse_unsafe(server, insecure=wishes.insecure)
    client = Client(server, token_for(server))
    with held(wishes.state), tempfile.TemporaryDirectory(prefix="teikit-push-") as work:
        known = _known(wishes, server)
        run = _Push(source, wishes, client, retries or Retries(say=say), known, Path(work), say)
        try:
            return run.run()
        except PushError as error:
            if error.diagnostics[0].code is not REFUSED_METADATA:
                raise
            # What is known of the metadata says where in the headers they are to be mended.
            raise PushError([*error.diagnostics, *(each for each in run.remarks if each.severity.rank < 2)]) from None


def _known(wishes: Wishes, server: str) -> State:
    """Return the state to go on from: that of the file where it belongs to this push, else a new one."""
    found = state.read(wishes.state)
    if found is None or (found.published and wishes.new_version_of not in ("", found.new_version_of)):
        return State(server, f"urn:uuid:{uuid.uuid4()}", _today(), wishes.new_version_of)
    if found.server != server:
        raise _foreign(wishes.state, f"is of a push to {shown(found.server)}")
    if found.new_version_of != wishes.new_version_of and not found.published:
        begun = f"of a new version of {found.new_version_of}" if found.new_version_of else "of a new record"
        raise _foreign(wishes.state, f"is of a push {begun}, which is not finished")
    return found


def _foreign(path: Path, message: str) -> PushError:
    hint = "finish that push first, or name another state file with --state"
    return PushError.of(UNKNOWN_STATE, path.as_posix(), message, hint)


def _today() -> str:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given) if given.isdecimal() else time.time(), UTC).date().isoformat()


class _Push:
    """One run of the command."""

    def __init__(
        self,
        source: Source,
        wishes: Wishes,
        client: Client,
        retries: Retries,
        known: State,
        work: Path,
        say: Callable[[str], None],
    ) -> None:
        self.source = source
        self.wishes = wishes
        self.client = client
        self.retries = retries
        self.state = known
        self.work = work
        self.say = say
        self.doi_in = source.doi_in(wishes.doi_in)
        self.remarks: list[Diagnostic] = []

    def run(self) -> Pushed:
        parcel.check(self.source)
        metadata, self.remarks[:] = parcel.metadata_of(self.source, self.work)
        if self.wishes.publish:
            # A draft may have faults, which can be mended; a record stays as it is.
            if any(each.severity is Severity.ERROR for each in self.remarks):
                self.say("nothing is published as long as the metadata have errors")
            parcel.refuse(tuple(self.remarks))
        if not self.state.draft:
            self.keep()
            self.make_draft(metadata)
        elif self.was_published():
            self.publish()
        if self.doi_in != "no" and not self.state.doi:
            self.keep(doi=self.retries.run(lambda: records.reserve(self.client, self.state.draft)))
            self.say(f"DOI {self.state.doi} reserved")
        if not self.state.published:
            self.keep(version=metadata.get("version") or self.state.version or self.next_version())
        made = self.build(metadata)
        if not self.state.published:
            self.send(made)
            if self.wishes.publish:
                self.publish()
        return Pushed(self.state.page, self.state.doi, self.state.published, tuple(self.remarks))

    def keep(self, **changes: Any) -> None:
        """Write down what is done."""
        self.state = self.state._replace(**changes)
        state.write(self.wishes.state, self.state)

    def make_draft(self, metadata: dict[str, Any]) -> None:
        if self.state.new_version_of:
            draft, before = self.retries.run(self.succeed)
        else:
            draft, before = self.retries.run(lambda: self.create(metadata)), ""
        self.keep(draft=draft.address, record=draft.record, page=draft.page, doi_before=before)
        self.say(f"draft {draft.page}")
        if not self.state.new_version_of:
            judged(draft.answer, expected=(200, 201), ignored=("files",))

    def succeed(self) -> Succession:
        return records.new_version(self.client, self.state.server, self.state.new_version_of)

    def create(self, metadata: dict[str, Any]) -> Draft:
        """Make a draft, or find the one that the server was asked for without an answer."""
        if self.state.asked:
            self.retries.sleep(LAG)
            found = records.find(self.client, self.state.server, self.state.mark)
            if found is not None:
                return found
        self.keep(asked=True)
        try:
            return records.create(self.client, self.state.server, metadata, self.state.mark)
        except PushError as error:
            self.keep(asked=not error.undone)
            raise

    def next_version(self) -> str:
        draft = self.retries.run(lambda: records.look_up(self.client, self.state.draft))
        return str(draft.answer.maybe("versions", "index") or 1)

    def build(self, metadata: dict[str, Any]) -> Parcel:
        """Make the package, and compare it with what an earlier run has sent."""
        known = self.state
        written = Inscription(known.doi, known.version, known.date, known.doi_before) if self.doi_in != "no" else None
        with parcel.same_day(known.date):
            made = parcel.packed(self.source, self.work, metadata, written, self.doi_in)
        files = (parcel.measured(made.package),)
        if self.state.files and files != self.state.files:
            self.notice_change(files)
        if files != self.state.files:
            self.keep(files=files, uploaded=())
        return made

    def notice_change(self, files: tuple[SentFile, ...]) -> None:
        place, name = Location(self.source.path.as_posix()), self.wishes.state.as_posix()
        if self.state.published:
            hint = f"push them as a new version: --new-version-of {self.state.record.rpartition('/')[2]}"
            told = f"the files are not those that were published as {self.state.doi or self.state.page}"
            raise PushError([Diagnostic.of(PUBLISHED_ALREADY, place, told, hint=hint)])
        told = f"has changed since the push began that {name} tells of; the draft gets the files as they are now"
        self.remarks.append(Diagnostic.of(CHANGED_SINCE, place, told, hint="nothing is to be done if this is meant"))
        gone = tuple({each.name for each in self.state.files} - {each.name for each in files})
        self.retries.run(lambda: uploading.remove(self.client, self.files_address(), gone))

    def files_address(self) -> str:
        return records.look_up(self.client, self.state.draft).answer.text("links", "files")

    def send(self, made: Parcel) -> None:
        described = parcel.described(made.metadata, self.state.doi, self.state.version)
        self.retries.run(lambda: records.describe(self.client, self.state.draft, described))
        for each in self.state.files:
            sent = self.retries.run(lambda each=each: self.upload(each, made.package))  # type: ignore[misc]
            self.keep(uploaded=(*(name for name in self.state.uploaded if name != each.name), each.name))
            self.say(f"{each.name}: {each.size} bytes {'sent' if sent else 'are there'}")

    def upload(self, file: SentFile, package: Path) -> bool:
        return uploading.upload(self.client, self.files_address(), file, package)

    def was_published(self) -> bool:
        """Return whether the draft has become a record in a run that was cut before it could write that down."""
        if not self.state.publishing or self.state.published:
            return False
        return self.retries.run(lambda: records.look(self.client, self.state.draft)) is None

    def publish(self) -> None:
        def attempt() -> Draft:
            record = records.publish(
                self.client, self.state.draft, self.state.record, lambda: self.keep(publishing=True)
            )
            there = uploading.entries(self.client, record.answer.text("links", "files"))
            uploading.compare(there, self.state.files, record.address)
            return record

        record = self.retries.run(attempt)
        self.keep(published=True, page=record.page, record=record.address, doi=record.doi or self.state.doi)
        self.say(f"published {record.page}")
