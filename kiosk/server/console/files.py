"""The files that the pages load: one sheet of styles, two scripts, the typeface."""

from fastapi import APIRouter
from starlette.responses import FileResponse

from kiosk import resources
from kiosk.server.console.rendering import PAGES, SAFE_HEADERS
from kiosk.server.teachers import not_found

_OURS = {
    "console.css": "text/css",
    "live.js": "text/javascript",
    "forms.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_FONTS = {f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in ("Regular", "SemiBold", "Bold")}


def files() -> APIRouter:
    router = APIRouter()

    @router.get("/static/{name}", response_model=None)
    def file(name: str) -> FileResponse:
        if name in _FONTS:
            headers = SAFE_HEADERS | {"Cache-Control": "max-age=86400"}
            return FileResponse(resources.path("fonts", name), media_type="font/ttf", headers=headers)
        if name not in _OURS:
            raise not_found()
        headers = SAFE_HEADERS | {"Cache-Control": "no-cache"}
        return FileResponse(PAGES / name, media_type=_OURS[name], headers=headers)

    return router
