from typing import Any

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from curriculum.standards.pace import too_often, visitor_address


def test_the_front_server_is_not_the_visitor(rf: RequestFactory, settings: Any) -> None:
    written = {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.4", "REMOTE_ADDR": "127.0.0.1"}
    assert visitor_address(rf.get("/", **written)) == "127.0.0.1"
    settings.CUIDAR_TRUSTED_PROXIES = 1
    assert visitor_address(rf.get("/", **written)) == "198.51.100.4"
    assert visitor_address(rf.get("/", REMOTE_ADDR="127.0.0.1")) == "127.0.0.1"


@pytest.mark.parametrize("proxies", [0, 1])
def test_each_place_and_each_act_is_counted_by_itself(
    rf: RequestFactory, settings: Any, proxies: int
) -> None:
    cache.clear()
    settings.CUIDAR_TRUSTED_PROXIES = proxies
    name = "HTTP_X_FORWARDED_FOR" if proxies else "REMOTE_ADDR"
    here, there = (rf.get("/", **{name: place}) for place in ("198.51.100.4", "198.51.100.5"))
    assert [too_often(here, "look", 2) for _ in range(3)] == [False, False, True]
    assert not too_often(there, "look", 2)
    assert not too_often(here, "write", 2)
