"""Schemas and stylesheets that are none, or mean harm, in the real program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.running import MINIMAL, teikit

XSL = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}</xsl:stylesheet>'
SCHEMAS = {
    "document.rng": (MINIMAL.format("<p/>"), "RNS002"),
    "schema.xsd": ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "RNS002"),
    "undefined.rng": (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="no"/></start></grammar>',
        "RNS030",
    ),
    "malformed.rng": ('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>', "XML003"),
    "text.rng": ("grammar", "XML002"),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_that_is_none_is_said_once_for_many_documents(project: Path, name: str) -> None:
    content, code = SCHEMAS[name]
    (project / name).write_text(content, "utf-8")
    (project / "tei" / "second.xml").write_text(MINIMAL.format("<p/>"), "utf-8")
    ended = teikit("validate", "tei", "--schema", name, cwd=project)
    assert (ended.status, ended.said.count("error[")) == (2, 1)
    assert ended.out.startswith(f"{name}:1:")
    assert f"error[{code}]" in ended.out
    assert "2 not checked" in ended.err


def test_a_faulty_compact_schema_and_a_missing_one_are_said_once(project: Path) -> None:
    (project / "a.rnc").write_text("start =\n  element a { empty")
    (project / "tei" / "second.xml").write_text(MINIMAL.format("<p/>"), "utf-8")
    ended = teikit("validate", "tei", "--schema", "a.rnc", cwd=project)
    assert (ended.status, ended.said.count("error[RNS003]")) == (2, 1)
    assert ended.out.startswith("a.rnc:2:")
    ended = teikit("validate", "tei", "--schema", "none.rng", cwd=project)
    assert (ended.status, "none.rng" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (XSL.format("<xsl:nonsense/>"), "XSL001"),
        (XSL.format("<xsl:template"), "XML003"),
        ("<TEI/>", "XSL001"),
        ("p { margin: 0 }", "XML002"),
    ],
)
def test_a_stylesheet_that_does_not_compile_writes_nothing(project: Path, content: str, code: str) -> None:
    (project / "a.xsl").write_text(content, "utf-8")
    ended = teikit("transform", "html", "tei", "-o", "out", "--xsl", "a.xsl", cwd=project)
    assert (ended.status, ended.err.count("error[")) == (2, 1)
    assert ended.err.startswith("a.xsl:1:")
    assert f"error[{code}]" in ended.err
    assert not (project / "out").exists()


def test_a_document_cannot_make_a_stylesheet_read_a_file(project: Path) -> None:
    body = '<xsl:template match="/"><xsl:value-of select="unparsed-text(//@target)" xpath-default-namespace="*"/>'
    (project / "a.xsl").write_text(XSL.format(body + "</xsl:template>"), "utf-8")
    (project / "tei" / "good.xml").write_text(MINIMAL.format('<p><ptr target="file:///etc/passwd"/></p>'), "utf-8")
    ended = teikit("transform", "text", "tei", "-o", "out", "--xsl", "a.xsl", cwd=project)
    assert (ended.status, ended.err.count("error[XSL003]")) == (1, 1)
    assert "root:" not in ended.said
    assert not list(project.glob("out/**/*.txt"))


def test_a_stylesheet_without_end_can_be_interrupted(project: Path) -> None:
    (project / "a.xsl").write_text(
        XSL.format('<xsl:template match="/"><xsl:apply-templates select="."/></xsl:template>')
    )
    arguments = [sys.executable, "-m", "teikit", "transform", "text", "tei", "-o", "out", "--xsl", "a.xsl"]
    process = subprocess.Popen(arguments, cwd=project, stderr=subprocess.PIPE, env=dict(os.environ))
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert process.returncode in (-signal.SIGINT, 130)
    assert b"Traceback" not in err
    assert not list(project.glob("out/**/*"))
