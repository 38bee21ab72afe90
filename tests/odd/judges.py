"""Other judges of an XSD: libxml2 and Xerces-J. They know version 1.0, and get what it has of a schema in 1.1."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
_XERCES = Path("/usr/share/java/xercesImpl.jar")
_PROGRAM = """
import java.io.File;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.*;

public class Judge {
    static int faults = 0;
    public static void main(String[] files) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        factory.setErrorHandler(new ErrorHandler() {
            public void warning(SAXParseException fault) { }
            public void error(SAXParseException fault) { faults++; System.out.println(fault.getMessage()); }
            public void fatalError(SAXParseException fault) throws SAXException { error(fault); throw fault; }
        });
        for (String file : files) factory.newSchema(new File(file));
        System.exit(faults == 0 ? 0 : 1);
    }
}
"""


def as_version_10(files: dict[str, bytes], folder: Path) -> Path:
    """Write a schema without its assertions, and with wildcards as 1.0 has them; return the first file."""
    for name, data in files.items():
        root = etree.fromstring(data)
        for assertion in [*root.iter(f"{XS}assert", f"{XS}assertion")]:
            parent = assertion.getparent()
            assert parent is not None
            parent.remove(assertion)
        for node in root.iter(f"{XS}any", f"{XS}anyAttribute"):
            if node.attrib.pop("notNamespace", None):
                node.set("namespace", "##other")
        for attribute in [one for one in root.attrib if "XMLSchema-versioning" in str(one)]:
            del root.attrib[attribute]
        (folder / name).write_bytes(etree.tostring(root))
    return folder / next(iter(files))


def xerces(schema: Path, folder: Path) -> str:
    """Return what Xerces-J finds wrong with a schema, '' for nothing; skips where there is none."""
    java = shutil.which("java")
    if java is None or not _XERCES.is_file():
        pytest.skip("Xerces-J (Debian: libxerces2-java) or Java is not installed")
    program = folder / "Judge.java"
    program.write_text(_PROGRAM, "utf-8")
    command = [java, "-cp", str(_XERCES), str(program), str(schema)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return "" if run.returncode == 0 else run.stdout + run.stderr
