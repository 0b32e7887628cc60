"""Packages with a manifest, for the tests of this room."""

from collections.abc import Iterable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>'

ITEM = """<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="{0}" title="{1}" adaptive="false"
    time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>b</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <p>See <img src="../img/a.svg" alt="a bee"/>.</p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-simple-choice identifier="a">a cat</qti-simple-choice>
      <qti-simple-choice identifier="b">a dog</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>
"""

TEST = """<?xml version="1.0"?>
<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="test" title="A test">
  <qti-test-part identifier="part" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="section" title="Animals" visible="true">
      <qti-assessment-item-ref identifier="one" href="items/one.xml"/>
    </qti-assessment-section>
  </qti-test-part>
</qti-assessment-test>
"""


def item(identifier: str, title: str = "Dogs") -> str:
    return ITEM.format(identifier, title)


def resource(identifier: str, kind: str, href: str) -> str:
    return f'<resource identifier="{identifier}" type="{kind}" href="{href}"><file href="{href}"/></resource>'


def entry(title: str, reference: str = "", *inner: str) -> str:
    points = f' identifierref="{reference}"' if reference else ""
    return f'<item identifier="e-{title}"{points}><title>{title}</title>{"".join(inner)}</item>'


def manifest(
    resources: Iterable[str], entries: Iterable[str] = (), schema: str = "QTI Package", title: str = "", lom: str = ""
) -> str:
    organisation = f'<organization identifier="o"><item identifier="root">{"".join(entries)}</item></organization>'
    return f"""<?xml version="1.0"?>
        <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/LOM"
            identifier="m">
        <metadata><schema>{schema}</schema><lom:lom><lom:general><lom:title><lom:string>{title}</lom:string></lom:title>
        </lom:general>{lom}</lom:lom></metadata>
        <organizations>{organisation if entries else ""}</organizations>
        <resources>{"".join(resources)}</resources></manifest>"""


def classified(purpose: str, word: str) -> str:
    return f"""<lom:classification><lom:purpose><lom:value>{purpose}</lom:value></lom:purpose><lom:taxonPath><lom:taxon>
        <lom:entry><lom:string>{word}</lom:string></lom:entry></lom:taxon></lom:taxonPath></lom:classification>"""
