"""Which site answers is looked up once, and a change is seen by the next request."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from curriculum.site.site_lookup import remembered_site

pytestmark = pytest.mark.django_db


def request(host: str = "school.example"):
    return RequestFactory().get("/", headers={"host": host})


def test_the_second_request_asks_no_database(django_assert_num_queries):
    first = remembered_site(request())
    with django_assert_num_queries(0):
        assert remembered_site(request()) == first


def test_a_changed_site_is_seen_at_once():
    default = remembered_site(request())
    own = Site.objects.create(hostname="school.example", root_page=default.root_page)
    assert remembered_site(request()) == own
    own.delete()
    assert remembered_site(request()) == default


def test_each_host_has_its_own_answer():
    default = remembered_site(request("other.example"))
    own = Site.objects.create(hostname="school.example", root_page=default.root_page)
    assert [remembered_site(request()), remembered_site(request("other.example"))] == [own, default]
