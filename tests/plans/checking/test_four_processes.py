from portal.plans.checking.attempts import MOST
from tests.drills.guesses import answered


def test_4_processes_together_have_no_more_tries_than_one() -> None:
    assert 1 <= answered() <= MOST["person"]
