"""The server of these tests is as sure of who asks as the product's own."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import Member
from tests.conftest import signed_in

pytestmark = pytest.mark.browser


def test_whoever_asks_for_much_at_once_stays_signed_in(
    administrator: Member, live_server: LiveServer
) -> None:
    cookie = signed_in(administrator).cookies[settings.SESSION_COOKIE_NAME]
    cookies = {"Cookie": cookie.OutputString(attrs=[])}

    def answer(path: str) -> int:
        connection = HTTPConnection(live_server.thread.host, live_server.thread.port)
        try:
            connection.request("GET", path, headers=cookies)
            return connection.getresponse().status
        finally:
            connection.close()

    paths = ["/admin/jsi18n/", "/admin/plans/sponsor/"] * 100
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(answer, paths))
    assert answers == [200] * len(paths)
