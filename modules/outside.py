"""Videos that stand on a stranger's server, and what a page must allow so that one can be opened there.

Nothing is asked of that server before the reader agrees: until then the page holds its address as plain text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from django.http.response import HttpResponseBase

YOUTUBE = frozenset(
    {"youtube.com", "www.youtube.com", "m.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com"}
)
VIMEO = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
FILMS = (".mp4", ".m4v", ".webm")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?")
YOUTUBE_ID = re.compile(r"[\w-]{11}")
VIMEO_PATH = re.compile(r"(?:/video)?/(\d+)(?:/(\w+))?/?")


@dataclass(frozen=True, slots=True)
class OutsideVideo:
    """`source`: what is opened after the click. `is_file`: a film itself, not a page in a frame.

    `company`: who learns that it is watched.
    """

    company: str
    source: str
    is_file: bool = False

    @property
    def origin(self) -> str:
        parts = urlsplit(self.source)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def directive(self) -> str:
        """What the Content-Security-Policy calls it."""
        return "media-src" if self.is_file else "frame-src"


def outside_video(address: str) -> OutsideVideo | None:
    """The video that an address leads to; None where it is none that a page may open."""
    parts = urlsplit(address.strip())
    host = parts.netloc.lower()
    if parts.scheme != "https" or not HOST.fullmatch(host):
        return None
    if host in YOUTUBE or host == "youtu.be":
        return _youtube(host, parts.path, parts.query)
    if host in VIMEO:
        return _vimeo(parts.path, parts.query)
    if parts.path.lower().endswith(FILMS):
        return OutsideVideo(
            host, f"https://{host}{parts.path}" + (f"?{parts.query}" if parts.query else ""), is_file=True
        )
    return None


def _youtube(host: str, path: str, query: str) -> OutsideVideo | None:
    named = parse_qs(query).get("v", [""])[0]
    last = path.rstrip("/").rpartition("/")[2]
    key = last if host == "youtu.be" or path.startswith(("/embed/", "/shorts/", "/live/")) else named
    if not YOUTUBE_ID.fullmatch(key):
        return None
    wishes = urlencode({"autoplay": 1, "rel": 0, "cc_load_policy": 1})
    return OutsideVideo("YouTube", f"https://www.youtube-nocookie.com/embed/{key}?{wishes}")


def _vimeo(path: str, query: str) -> OutsideVideo | None:
    found = VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    secret = found[2] or parse_qs(query).get("h", [""])[0]
    wishes = urlencode({"autoplay": 1, "dnt": 1, **({"h": secret} if secret else {})})
    return OutsideVideo("Vimeo", f"https://player.vimeo.com/video/{found[1]}?{wishes}")


def allow_outside(response: HttpResponseBase, videos: Iterable[OutsideVideo]) -> None:
    """Note on an answer which strangers its page may open; the site writes them into the policy of this page alone.

    `response.outside_sources` is `{directive: [origins]}`.
    """
    sources: dict[str, list[str]] = {}
    for video in videos:
        known = sources.setdefault(video.directive, [])
        if video.origin not in known:
            known.append(video.origin)
    response.outside_sources = sources  # type: ignore[attr-defined]
