"""The screens of learners, supervisors and visitors: who opens each, where she begins, what she presses."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

LESSON = ("main a.next-step",)


@dataclass(frozen=True, slots=True)
class Screen:
    """`start` stands below the address of the language; `presses` are selectors, the first match is pressed."""

    name: str
    start: str
    presses: tuple[str, ...] = ()

    def open(self, page: Page, language: str) -> None:
        page.goto(f"/{language}/{self.start}")
        for target in self.presses:
            before = page.url
            page.locator(target).first.click()
            expect(page).not_to_have_url(before)


PUBLIC = (
    Screen("first-page", ""),
    Screen("school", "escuela-del-sur/"),
    Screen("course", "escuela-del-sur/", ("main .card--link a",)),
    Screen("sign-in", "accounts/login/"),
    Screen("sign-up", "accounts/signup/"),
    Screen("new-password", "accounts/password/reset/"),
    Screen("check-a-certificate", "verify/"),
    Screen("nothing-here", "nothing-here/"),
)
LEARNER = (
    Screen("my-path", "path/"),
    Screen("module", "path/", ("main .steps__item--current a",)),
    Screen("lesson", "path/", LESSON),
    Screen("quiz", "path/", (*LESSON, "main .block-assessment a.button")),
    Screen("my-hours", "hours/"),
    Screen("new-shift", "hours/new/"),
    Screen("my-record", "record/"),
    Screen("my-credential", "record/", ("main a[href*='/record/credential/']",)),
    Screen("certificate", "record/", ("main a[href*='/record/credential/']", "main a[href*='/v/']")),
)
SUPERVISOR = (
    Screen("supervise", "supervise/"),
    Screen("who-comes", "supervise/coming/"),
    Screen("return", "supervise/", ("main a[href*='/return/']",)),
)

NOBODY = ""
SCREENS = {NOBODY: PUBLIC, "yusmary": LEARNER, "mabel": SUPERVISOR}
"""By user name of the invented school."""
