"""A small test as files, the way a school would have it."""

from pathlib import Path

from tests.lessons.packages import write_package

_HEAD = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"'
_MANIFEST = """\
id = "spring-test"
title = "Spring test"
course = { subject = "Math", grade = 3 }
model = "single-session"
expected_xp = 8
test = "test.xml"
"""
_TEST = """\
<qti-assessment-test %s identifier="spring" title="Spring test">
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="4"/>
  <qti-time-limits max-time="600"/>
  <qti-test-part identifier="warm-up" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="S1" title="To warm up" visible="true">
      <qti-item-session-control show-feedback="true" show-solution="true"/>
      <qti-rubric-block view="candidate"><p>Take your time.</p></qti-rubric-block>
      <qti-assessment-item-ref identifier="first" href="items/half.xml"/>
    </qti-assessment-section>
  </qti-test-part>
  <qti-test-part identifier="main" navigation-mode="nonlinear" submission-mode="simultaneous">
    <qti-assessment-section identifier="S2" title="Fractions" visible="true">
      <qti-rubric-block view="candidate"><p>Answer in any order, then hand in.</p></qti-rubric-block>
      <qti-assessment-item-ref identifier="second" href="items/half.xml"/>
      <qti-assessment-item-ref identifier="third" href="items/half.xml"/>
      <qti-assessment-item-ref identifier="fourth" href="items/half.xml"/>
    </qti-assessment-section>
  </qti-test-part>
  <qti-outcome-processing>
    <qti-set-outcome-value identifier="SCORE">
      <qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum>
    </qti-set-outcome-value>
  </qti-outcome-processing>
  <qti-test-feedback identifier="none" outcome-identifier="SCORE" show-hide="hide" access="atEnd">
    <qti-content-body><p>Halves are <strong>two</strong> equal parts.</p></qti-content-body>
  </qti-test-feedback>
</qti-assessment-test>
"""
_ITEM = """\
<qti-assessment-item %s identifier="half" title="A half">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>a</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <p>Which of these is one half of 8?</p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-simple-choice identifier="a">4</qti-simple-choice>
      <qti-simple-choice identifier="b">2</qti-simple-choice>
      <qti-simple-choice identifier="c">16</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing template="match_correct"/>
</qti-assessment-item>
"""


TALKING = """\
<qti-assessment-test %s identifier="talk" title="Spring test">
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="S" title="Halves" visible="true">
      <qti-item-session-control show-feedback="true" max-attempts="2" allow-comment="true"/>
      <qti-assessment-item-ref identifier="first" href="items/half.xml"/>
      <qti-assessment-item-ref identifier="second" href="items/half.xml">
        <qti-item-session-control allow-comment="false"/>
      </qti-assessment-item-ref>
    </qti-assessment-section>
  </qti-test-part>
  <qti-outcome-processing>
    <qti-set-outcome-value identifier="SCORE">
      <qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum>
    </qti-set-outcome-value>
  </qti-outcome-processing>
  <qti-test-feedback identifier="0" outcome-identifier="SCORE" show-hide="show" access="during">
    <qti-content-body><p>Nothing is right so far. Take your time.</p></qti-content-body>
  </qti-test-feedback>
  <qti-test-feedback identifier="1" outcome-identifier="SCORE" show-hide="show" access="during">
    <qti-content-body><p>One is right. Go on like that!</p></qti-content-body>
  </qti-test-feedback>
</qti-assessment-test>
"""
"""Says during the test how it goes, and takes comments about its first question."""


def write_test_lesson(folder: Path, test: str = _TEST) -> Path:
    """Write a lesson that is a test: one question to warm up, then three to answer in any order within ten minutes."""
    files = {"lesson.toml": _MANIFEST, "test.xml": test, "items/half.xml": _ITEM}
    return write_package(folder, {name: text.replace("%s", _HEAD) for name, text in files.items()})
