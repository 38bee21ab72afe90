"""The codes of a push (DEP070 to DEP089)."""

from teikit.diagnostics import Code, Page, Severity

_API = "InvenioRDM REST API"
_HTTP = "HTTP Semantics (RFC 9110)"


def _code(id_: str, name: str, summary: str, reference: str, page: Page, severity: Severity = Severity.ERROR) -> Code:
    return Code(id_, name, severity, summary, reference, page)


NO_TOKEN = _code(
    "DEP070",
    "no-token",
    "there is no token to push with, or it is not one",
    _API,
    Page(
        "a push without a token, or with one that holds white space or characters that no token has.",
        "The server must know for whom it keeps the record. Make a token in your account on the server (it needs the "
        "rights to write and to publish deposits) and set it as `TEIKIT_DEPOSIT_TOKEN`, or keep it in the keyring "
        "under the service `teikit-deposit` and the name of the host. It is sent to that server only, and never "
        "written anywhere.",
        "",
        "",
        "DEP073",
    ),
)
UNSAFE_ADDRESS = _code(
    "DEP071",
    "unsafe-address",
    "a request would carry the token where it must not go",
    f"{_HTTP}, §17",
    Page(
        "an address that begins with http:// and is not on this machine; and an answer of the server that leads to "
        "another server.",
        "Whoever is on the way can read what goes over http, and a token is as good as a password. Give the address "
        "with https://. Where a test server in your own network has none, `--insecure` allows it.",
        "",
        "",
        "DEP070, DEP077",
    ),
)
REFUSED_METADATA = _code(
    "DEP072",
    "refused-metadata",
    "the server finds fault with what it was sent",
    _API,
    Page(
        "an answer of the server with a list of errors, each with a field and a reason. It may come with a status "
        "that means success: InvenioRDM keeps a draft with faults, and leaves the faulty fields out.",
        "A record without its creators or its date would be published under a DOI that lasts. Mend the field in the "
        "teiHeader, or under `[deposit]` in `teikit.toml`, and run the command again: it goes on with the same draft.",
        "",
        "",
        "",
    ),
)
NOT_PERMITTED = _code(
    "DEP073",
    "not-permitted",
    "the server does not accept the token, or not for this",
    f"{_HTTP}, §15.5.2 and §15.5.4",
    Page(
        "an answer with the status 401 or 403.",
        "The token is wrong, has run out, lacks a right (write and publish deposits), belongs to another server (the "
        "sandbox of a repository has tokens of its own), or the record is somebody else's.",
        "",
        "",
        "DEP070",
    ),
)
TOO_LARGE = _code(
    "DEP074",
    "too-large-for-server",
    "the server does not take so much",
    f"{_HTTP}, §15.5.14",
    Page(
        "an answer with the status 413.",
        "Repositories limit the size of a file and of a record. Ask the repository for a larger quota, or deposit the "
        "images in a record of their own.",
        "",
        "",
        "",
    ),
)
SERVER_FAILED = _code(
    "DEP075",
    "server-failed",
    "the server is busy or has failed, again and again",
    f"{_HTTP}, §15.6; RFC 6585, §4",
    Page(
        "answers with the status 429 or one from 500 on, several times in a row, with longer and longer waits between.",
        "Nothing is wrong with the package. Run the command again later: it goes on where it stopped.",
        "",
        "",
        "DEP076",
    ),
)
NO_CONNECTION = _code(
    "DEP076",
    "no-connection",
    "the server cannot be reached, or does not answer to the end",
    f"{_HTTP}, §7",
    Page(
        "a server that is not found, does not answer in time, has a certificate that cannot be verified, or cuts the "
        "connection, several times in a row.",
        "What has been done is known from the state file, and the rest is asked from the server. Check the address and "
        "the network, and run the command again: it goes on where it stopped.",
        "",
        "",
        "DEP075",
    ),
)
UNEXPECTED_ANSWER = _code(
    "DEP077",
    "unexpected-answer",
    "the server answers what an InvenioRDM does not",
    _API,
    Page(
        "an answer that is no JSON, is empty, lacks a link or field that is needed, has a status that is not expected, "
        "or sends the request elsewhere.",
        "The address may be that of a page and not of the API, or of other software. Give the address of an "
        "InvenioRDM, such as `https://zenodo.org/api`.",
        "",
        "",
        "DEP071",
    ),
)
DAMAGED_TRANSFER = _code(
    "DEP078",
    "damaged-transfer",
    "a file did not arrive as it was sent",
    _API,
    Page(
        "a file whose size or checksum on the server is not that of the file on the disk, several times in a row.",
        "A damaged file would be kept for ever, so it keeps a draft from being published. Run the command again: the "
        "file is sent anew. Where this stays so, something on the way changes what passes, or the file is being written"
        " meanwhile.",
        "",
        "",
        "",
    ),
)
CHANGED_SINCE = _code(
    "DEP079",
    "changed-since",
    "the package is not the one any more that the push began with",
    "",
    Page(
        "a push that goes on after it was cut, with files that have changed, come or gone since.",
        "The draft gets the files as they are now, all of them, so nothing is mixed; you should know it. Where the "
        "record is published already its files cannot change any more: push a new version with `--new-version-of`.",
        "",
        "",
        "DEP082",
    ),
    Severity.WARNING,
)
NO_PLACE_FOR_DOI = _code(
    "DEP080",
    "no-place-for-doi",
    "the header has no place for the DOI",
    "TEI P5 Guidelines, §2.2.4 (publicationStmt) and §2.6 (revisionDesc)",
    Page(
        "a document whose teiHeader has no publicationStmt, or one that comes out of an entity or is empty.",
        "The DOI belongs into the files that are deposited, so that a file that has gone astray still says whence it "
        "is. Add a publicationStmt with a publisher, or push with `--doi-in no`.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt>'
        "</fileDesc></teiHeader></TEI>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt>'
        "<publicationStmt><publisher>The editors</publisher></publicationStmt></fileDesc></teiHeader></TEI>",
        "",
    ),
)
UNKNOWN_STATE = _code(
    "DEP081",
    "unknown-state",
    "it cannot be known how far an earlier push has come",
    "",
    Page(
        "a state file that is damaged or belongs to another push, a draft that is gone from the server, and a server "
        "that does not say whether it made a draft before the connection was cut.",
        "To go on would risk a second record for one edition. Look at your uploads on the server; then delete the "
        "state file to begin anew, or name another with `--state`.",
        "",
        "",
        "DEP079",
    ),
)
PUBLISHED_ALREADY = _code(
    "DEP082",
    "published-already",
    "this push has published its record, whose files cannot change any more",
    _API,
    Page(
        "a push whose state file says that its record is published, while the files are different now.",
        "A DOI stands for files that stay. Push the new ones with `--new-version-of` and the record's id; they get a "
        "DOI of their own, and the record shows both.",
        "",
        "",
        "DEP079",
    ),
)
NO_PACKAGE = _code(
    "DEP083",
    "nothing-to-push",
    "there is neither a package nor a project at this path",
    "BagIt (RFC 8493), §2.1",
    Page(
        "a path that is no package (a folder with `bagit.txt`, or a zip of one) and no project (a folder with "
        "`teikit.toml`).",
        "What goes to a repository must be whole, described and verifiable. Make a package with `teikit deposit "
        "build`, or name the folder of the project.",
        "",
        "",
        "",
    ),
)

CODES = (
    NO_TOKEN,
    UNSAFE_ADDRESS,
    REFUSED_METADATA,
    NOT_PERMITTED,
    TOO_LARGE,
    SERVER_FAILED,
    NO_CONNECTION,
    UNEXPECTED_ANSWER,
    DAMAGED_TRANSFER,
    CHANGED_SINCE,
    NO_PLACE_FOR_DOI,
    UNKNOWN_STATE,
    PUBLISHED_ALREADY,
    NO_PACKAGE,
)
