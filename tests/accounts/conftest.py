import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import TODAY

BEGAN = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Noon in New York; it stands still."""
    with time_machine.travel(BEGAN, tick=False) as traveller:
        yield traveller


@pytest.fixture
def late_client(ada: Member, clock: time_machine.Traveller) -> Client:
    """Ada's, an hour after she last did something."""
    cache.clear()
    client = signed_in(ada)
    clock.shift(61 * MINUTE)
    return client
