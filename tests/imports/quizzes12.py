"""Items of QTI 1.2 as learning platforms write them, for the tests of this room."""

from html import escape


def text(html: str) -> str:
    return f'<material><mattext texttype="text/html">{escape(html)}</mattext></material>'


def labels(**choices: str) -> str:
    found = (f'<response_label ident="{ident}">{text(words)}</response_label>' for ident, words in choices.items())
    return f"<render_choice>{''.join(found)}</render_choice>"


def lid(ident: str, inside: str, cardinality: str = "Single") -> str:
    return f'<response_lid ident="{ident}" rcardinality="{cardinality}">{inside}</response_lid>'


def field(ident: str, kind: str = "String") -> str:
    return f'<response_str ident="{ident}" rcardinality="Single"><render_fib fibtype="{kind}"/></response_str>'


def is_(ident: str, answer: str) -> str:
    return f'<varequal respident="{ident}">{answer}</varequal>'


def scores(conditions: str, points: str = "100", *, add: bool = False, shows: str = "", more: bool = False) -> str:
    """A condition that gives points; with `add` on top of others."""
    setvar = f'<setvar action="{"Add" if add else "Set"}" varname="SCORE">{points}</setvar>' if points else ""
    shown = f'<displayfeedback feedbacktype="Response" linkrefid="{shows}"/>' if shows else ""
    goes_on = "Yes" if add or more else "No"
    return (
        f'<respcondition continue="{goes_on}"><conditionvar>{conditions}</conditionvar>{setvar}{shown}</respcondition>'
    )


def feedback(ident: str, html: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{text(html)}</flow_mat></itemfeedback>'


def item(stem: str, responses: str = "", conditions: str = "", more: str = "", ident: str = "i1", **told: str) -> str:
    """An item. `told` is what it says of itself, such as question_type."""
    fields = "".join(
        f"<qtimetadatafield><fieldlabel>{key}</fieldlabel><fieldentry>{value}</fieldentry></qtimetadatafield>"
        for key, value in told.items()
    )
    processing = f"""<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/>
        </outcomes>{conditions}</resprocessing>"""
    return f"""<item ident="{ident}" title="Question"><itemmetadata><qtimetadata>{fields}</qtimetadata></itemmetadata>
        <presentation>{text(stem)}{responses}</presentation>{processing}{more}</item>"""


def quiz(*items: str, title: str = "A quiz", before: str = "") -> str:
    return f"""<?xml version="1.0"?>
        <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="{title}">
        <section ident="root_section">{before}{"".join(items)}</section></assessment></questestinterop>"""


def simple(stem: str = "Which?", ident: str = "i1") -> str:
    """A choice between a cat and a dog, of which the dog is right."""
    conditions = scores(is_("response1", "b"))
    return item(stem, lid("response1", labels(a="a cat", b="a dog")), conditions, ident=ident)
