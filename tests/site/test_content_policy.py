"""Learners' pages run only what we wrote; the wider policy ends where the CMS ends."""

import re

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db


def policy(answer) -> dict[str, list[str]]:
    directives = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in directives}


def test_a_learners_page_allows_nothing_inline(client):
    answer = client.get("/es/accounts/login/")
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
    assert policy(answer)["object-src"] == ["'none'"]
    assert policy(answer)["frame-ancestors"] == ["'none'"]


def test_a_learners_page_has_nothing_inline_to_run(client):
    page = client.get("/es/accounts/login/").content.decode()
    assert not re.search(r"\son\w+=", page)
    assert not re.search(r"<style|\sstyle=", page)
    for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL):
        assert "application/json" in attributes or not body.strip()


def test_the_cms_may_write_inline_and_frame_its_own_previews(client):
    client.force_login(User.objects.create_superuser("rosa"))
    answer = client.get("/admin/")
    assert policy(answer)["script-src"] == ["'self'", "'unsafe-inline'"]
    assert policy(answer)["frame-ancestors"] == ["'self'"]
