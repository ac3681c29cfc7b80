"""A browser whose device has voices. The voices are made up; what is said to them is ours."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FAKE = (Path(__file__).parent / "fake_voices.js").read_text()
OF_EVERY_LANGUAGE = ("es-ES", "en-US", "pt-BR", "fr-FR")


def give_voices(page: Page, *languages: str) -> None:
    """From the next page on the device speaks these languages; "es-ES*" is a voice from the network."""
    page.add_init_script(f"globalThis.testVoices = {json.dumps(languages)};\n{FAKE}")


def said(page: Page) -> list[dict[str, Any]]:
    """Everything said so far: text, lang, rate."""
    return page.evaluate("testSpeech.spoken")


def wait_for_speech(page: Page) -> None:
    page.evaluate("testSpeech.begun()")


def hear(page: Page, sentences: int = 1) -> list[dict[str, Any]]:
    """Let the voice come to the end of this many sentences; returns everything said so far."""
    wait_for_speech(page)
    for _ in range(sentences):
        page.evaluate("testSpeech.finish()")
    return said(page)


def highlighted(page: Page) -> str:
    """The text that is painted over."""
    return page.evaluate("[...(CSS.highlights.get('listening') ?? [])].map(String).join('')")
