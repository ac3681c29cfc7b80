"""At the office: the administrator takes out transcripts, the trainer looks at her own groups and no others."""

import csv
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from curriculum.transcripts.columns import COLUMNS

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
MORNING, EVENING = "Prado, por la mañana", "Las Piedras, por la tarde"


@pytest.fixture
def at_the_desk(desk: Visitor) -> Visitor:
    """The people of the office read Spanish."""
    desk.language = "es"
    return desk


def test_the_administrator_takes_out_the_transcripts_of_a_group(
    at_the_desk: Visitor, sign_in: SignIn
) -> None:
    sign_in(at_the_desk, "marta")
    page = at_the_desk.page
    page.goto("/admin/exports/")
    at_the_desk.look("export")
    page.locator("[name=group]").select_option(label=MORNING)
    page.get_by_role("radio", name="CSV").check()
    page.locator("[name=reason]").fill("Informe anual")
    with page.expect_download() as downloading:
        at_the_desk.press("Export")
    with downloading.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(COLUMNS)
    assert {"Ana Píriz Cardozo", "Rosario Techera Silva"} <= {row["name"] for row in rows}
    assert "Luz Marina Correa Silvera" not in {row["name"] for row in rows}
    page.goto("/admin/exports/log/")
    expect(page.get_by_role("table")).to_contain_text("Informe anual")


def test_without_a_reason_nothing_leaves(at_the_desk: Visitor, sign_in: SignIn) -> None:
    sign_in(at_the_desk, "marta")
    page = at_the_desk.page
    page.goto("/admin/exports/")
    page.locator("[name=group]").select_option(label=MORNING)
    page.locator("[name=reason]").fill("   ")
    at_the_desk.press("Export")
    expect(page.locator(".error-message").first).to_be_visible()


def test_the_trainer_sees_her_groups_and_no_others(at_the_desk: Visitor, sign_in: SignIn) -> None:
    sign_in(at_the_desk, "tomas")
    page = at_the_desk.page
    page.goto("/admin/my-groups/")
    expect(page.get_by_role("table")).to_contain_text(MORNING)
    expect(page.get_by_role("table")).not_to_contain_text(EVENING)
    page.get_by_role("link", name=MORNING).click()
    expect(page.get_by_text("Rosario Techera Silva").first).to_be_visible()
    at_the_desk.look("my-group")
