"""From a template and values to a page. Everything is escaped; a page loads nothing from elsewhere."""

from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from kiosk.clock import from_epoch_ms
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import PREFIX, csrf_token

PAGES = Path(__file__).parent.parent / "pages"

SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def minutes(ms: int) -> str:
    """Focused time in words: whole minutes, rounded down, as the kiosk shows them."""
    whole = ms // 60_000
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60} min"


def xp(points: float) -> str:
    return f"{points:g} XP"


def clock_time(ms: int) -> str:
    """The time of day at the server's place."""
    return f"{from_epoch_ms(ms).astimezone():%H:%M}"


def date_and_time(ms: int) -> str:
    return f"{from_epoch_ms(ms).astimezone():%Y-%m-%d %H:%M}"


def long_day(day: str) -> str:
    """Such as "Monday, 5 January"."""
    moment = datetime.fromisoformat(day)
    return f"{moment:%A}, {moment.day} {moment:%B}"


def day_month(day: str) -> str:
    """Such as "Mon 5 Jan"."""
    moment = datetime.fromisoformat(day)
    return f"{moment:%a} {moment.day} {moment:%b}"


def date_month(day: str) -> str:
    """Such as "5 Jan"."""
    return day_month(day).partition(" ")[2]


def size(count: int) -> str:
    """How large a file is."""
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{-(-count // 1024)} KB"


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def short_day(day: str) -> str:
    moment = datetime.fromisoformat(day)
    return f"{moment:%a} {moment.day}"


_templates = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {
    "minutes": minutes,
    "xp": xp,
    "clock_time": clock_time,
    "date_and_time": date_and_time,
    "long_day": long_day,
    "short_day": short_day,
    "day_month": day_month,
    "date_month": date_month,
    "size": size,
    "counted": counted,
}
_templates.globals["prefix"] = PREFIX


def fragment(template: str, **values: Any) -> str:
    """A part of a page, for a page that is shown already."""
    return _templates.get_template(template).render(values)


def page(
    request: Request,
    template: str,
    teacher: Teacher | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    **values: Any,
) -> HTMLResponse:
    """A whole page; without a teacher it has no way to other pages."""
    told = request.query_params.get("told", "")
    here = request.url.path.removeprefix(PREFIX)
    always = {"teacher": teacher, "csrf": csrf_token(request), "told": _TOLD.get(told, ""), "here": here}
    html = fragment(template, **(always | values))
    return HTMLResponse(html, status, SAFE_HEADERS)


def back_to(path: str, told: str = "", part: str = "") -> RedirectResponse:
    """Lead to a page, or to a part of it, after a form was taken, with one of the sentences below."""
    told, part = f"?told={told}" if told else "", f"#{part}" if part else ""
    return RedirectResponse(f"{PREFIX}{path}{told}{part}", HTTPStatus.SEE_OTHER)


_TOLD = {
    "sent-again": "It is on its way again.",
    "scored": "The run is finished, and on its way to Timeback.",
    "still-unscored": "It still does not fit; the reason is below.",
    "corrected": "Noted as corrected.",
    "opened": "On its way to the kiosks. What becomes of it is below.",
    "recalled": "Recalled. Who has opened it already stays in it.",
    "not-paused": "A pause lasts at most 60 minutes.",
    "assigned": "It is assigned. Kiosks fetch it when they are online.",
    "unassigned": "It is not assigned any more. Whoever has begun it can finish it.",
    "version": "This version is handed out from now on.",
    "renamed": "The kiosk has its new name.",
    "blank-name": "A kiosk needs a name.",
    "shut-out": "It is shut out. Its students can go on; their work stays on it until it joins again.",
    "password": "Your password is kept. Sign in with it.",
    "signed-out": "You are signed out.",
}
"""What a page says after a form was taken: chosen by a word in its address, so nobody can make a page say something."""
