import re
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from exercises.models import Program
from portal.plans.checking import codes
from portal.plans.models import Benefit, Sponsor
from tests.factories import make_benefit
from tests.plans.conftest import today
from tests.plans.eligibility.conftest import load_file

__all__ = ["load_file", "today"]

ADDRESS = "/coverage/harbor-lane-bakery/check/"
MARIA = ("Roe Lund", "Maria", "1 2 1980", "hb ooo1")
ASKS = {"asks_last_name": True, "asks_birth_date": True, "asks_member_id": True}

type Ask = Callable[..., HttpResponse]


@pytest.fixture
def file_benefit(bakery: Sponsor, program: Program) -> Benefit:
    return make_benefit(
        bakery,
        program,
        verification="file",
        asks_first_name=True,
        asks_zip=True,
        **ASKS,
    )


@pytest.fixture(autouse=True)
def posted() -> Iterator[None]:
    """Mail that leaves beside the answer has left."""
    yield
    post_all()


def post_all() -> None:
    codes.POST.submit(lambda: None).result()


def code_in_mail() -> str:
    post_all()
    found = re.search(r"\d{6}", str(mail.outbox[-1].body))
    assert found
    return found[0]


def check(
    client: Client,
    last: str = "Roe Lund",
    first: str = "Maria",
    born: str = "1 2 1980",
    number: str = "hb ooo1",
    zip_code: str = "",
    address: str = ADDRESS,
) -> str:
    """Answer all the questions; the page that follows."""
    month, day, year = born.split()
    client.post(address, {"do": "again"})
    steps = [
        {"do": "name", "last_name": last, "first_name": first},
        {"do": "birth", "month": month, "day": day, "year": year},
    ]
    if zip_code:
        steps += [{"do": "without-card"}, {"do": "zip", "zip_code": zip_code}]
    else:
        steps += [{"do": "card", "member_id": number}]
    for step in steps:
        response = client.post(address, step)
        assert response.status_code == 302, response.text
        assert response["Location"] == address  # and nothing of what was typed
    page: str = client.get(address).text
    return page
