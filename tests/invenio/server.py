"""An InvenioRDM on this machine: SQLite, files in a folder, no worker, no DataCite.

Run by the Python of an environment that has InvenioRDM (see CONTRIBUTING), not by that of the tests:

    python server.py FOLDER PORT REDIS_URL

Prints one line of JSON, the address of the API and a token, and then serves until it is ended.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from search import Search

_LANGUAGE = re.compile(r"^- id: (\w{3})\n  props:\n    alpha_2: '?(\w\w)'?$", re.MULTILINE)
_MORE_LANGUAGES = ("grc", "ota")
_LICENCES = ("cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc0-1.0", "mit")
_EMPTY = {
    "affiliations": "aff",
    "names": "names",
    "funders": "fun",
    "awards": "awa",
    "code:programmingLanguages": "pl",
    "code:developmentStatus": "ds",
}


def vocabularies(folder: Path) -> None:
    """Write the better known languages and a few licences; to load all takes minutes. JSON is YAML too."""
    data = folder / "app_data"
    (data / "vocabularies").mkdir(parents=True)

    def put(name: str, content: Any) -> str:
        (data / name).write_text(json.dumps(content), "utf-8")
        return name

    put("users.yaml", {})
    put("communities.yaml", [])
    put("records.yaml", [])
    given = files("invenio_rdm_records") / "fixtures" / "data" / "vocabularies"
    known = [code for code, _ in _LANGUAGE.findall((given / "languages.yaml").read_text("utf-8"))]
    languages = [
        {"id": code, "title": {"en": code}, "props": {"alpha_2": ""}, "tags": ["individual"]}
        for code in (*known, *_MORE_LANGUAGES)
    ]
    content = {"languages": {"pid-type": "lng", "data-file": put("vocabularies/languages.yaml", languages)}}
    content["licenses"] = {"pid-type": "lic", "data-file": "vocabularies/licenses.csv"}
    nothing = put("vocabularies/none.yaml", [])
    content |= {name: {"pid-type": kind, "data-file": nothing} for name, kind in _EMPTY.items()}
    put("vocabularies.yaml", content)
    head, *rows = csv.reader((given / "licenses.csv").read_text("utf-8").splitlines())
    with (data / "vocabularies" / "licenses.csv").open("w", newline="", encoding="utf-8") as target:
        csv.writer(target).writerows([head, *(row for row in rows if any(cell in _LICENCES for cell in row))])


def settings(folder: Path, address: str, redis: str, search: Search) -> dict[str, Any]:
    """Return the settings of the application."""
    memory = "memory://"
    return {
        "SECRET_KEY": "x" * 40,
        "TESTING": True,
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/invenio.db",
        "SQLALCHEMY_ENGINE_OPTIONS": {},
        "SEARCH_HOSTS": [{"host": "127.0.0.1", "port": search.server_port}],
        "SEARCH_INDEX_PREFIX": "t-",
        "CELERY_TASK_ALWAYS_EAGER": True,
        "CELERY_TASK_EAGER_PROPAGATES": False,
        "CELERY_BROKER_URL": memory,
        "BROKER_URL": memory,
        "CELERY_RESULT_BACKEND": "cache",
        "CELERY_CACHE_BACKEND": "memory",
        "RESULT_BACKEND": "cache",
        "CACHE_TYPE": "SimpleCache",
        "CACHE_REDIS_URL": redis,
        "ACCOUNTS_SESSION_REDIS_URL": redis,
        "IIIF_CACHE_REDIS_URL": redis,
        "COMMUNITIES_IDENTITIES_CACHE_REDIS_URL": redis,
        "RATELIMIT_ENABLED": False,
        "RATELIMIT_STORAGE_URI": memory,
        "RATELIMIT_STORAGE_URL": memory,
        "APP_ALLOWED_HOSTS": None,
        "TRUSTED_HOSTS": None,
        "APP_DEFAULT_SECURE_HEADERS": {
            "force_https": False,
            "content_security_policy": {},
            "session_cookie_secure": False,
        },
        "SITE_UI_URL": address,
        "SITE_API_URL": f"{address}/api",
        "DATACITE_ENABLED": True,
        "DATACITE_USERNAME": "T",
        "DATACITE_PASSWORD": "T",
        # The prefix for tests.
        "DATACITE_PREFIX": "10.5072",
        "DATACITE_TEST_MODE": True,
        "MAIL_SUPPRESS_SEND": True,
        "SESSION_COOKIE_SECURE": False,
        "WTF_CSRF_ENABLED": False,
        "STATS_REGISTER_RECEIVERS": False,
        "AUDIT_LOGS_ENABLED": False,
    }


class NoDataCite:
    """Takes every call and does nothing: no DOI is ever registered."""

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments, **named: {}


def application(folder: Path, address: str, redis: str) -> Any:
    """Return the application of the API."""
    from invenio_app.factory import create_api
    from invenio_rdm_records.services.pids.providers import datacite

    datacite.DataCiteClient.api = property(lambda self: NoDataCite())
    return create_api(instance_path=str(folder), **settings(folder, address, redis, Search()))


def prepare(app: Any, folder: Path) -> str:
    """Make the tables, a user and the vocabularies; return the user's token."""
    from datetime import UTC, datetime

    with app.app_context():
        from invenio_access.permissions import system_identity
        from invenio_accounts.testutils import create_test_user
        from invenio_db import db
        from invenio_files_rest.models import Location
        from invenio_oauth2server.models import Token
        from invenio_rdm_records.fixtures import FixturesEngine

        db.create_all()
        db.session.add(Location(name="default", uri=str(folder / "data"), default=True))
        db.session.commit()
        now = datetime.now(UTC).replace(tzinfo=None)
        user = create_test_user(email="editor@example.org", password="123456", confirmed_at=now)
        token = Token.create_personal("teikit", user.id, scopes=None)
        db.session.commit()
        vocabularies(folder)
        FixturesEngine(system_identity).run()
        return str(token.access_token)


def main() -> None:
    """Start the server."""
    from werkzeug.middleware.dispatcher import DispatcherMiddleware
    from werkzeug.serving import make_server

    folder, port, redis = Path(sys.argv[1]).resolve(), int(sys.argv[2]), sys.argv[3]
    (folder / "data").mkdir(parents=True)
    os.environ["INVENIO_INSTANCE_PATH"] = str(folder)
    address = f"http://127.0.0.1:{port}"
    app = application(folder, address, redis)
    token = prepare(app, folder)

    def nothing(environ: Any, start: Any) -> list[bytes]:
        start("404 NOT FOUND", [("Content-Length", "0")])
        return [b""]

    # One request at a time: SQLite has one writer.
    server = make_server("127.0.0.1", port, DispatcherMiddleware(nothing, {"/api": app}), threaded=False)
    sys.stdout.write(json.dumps({"url": f"{address}/api", "token": token}) + "\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
