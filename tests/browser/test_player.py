"""The session player: taps, keys, touch, the timer's cues, and going on elsewhere."""

import re
import sys
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from exercises.models import Program
from portal.accounts.models import Member
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.chromium import FLAGS, executable
from tests.browser.conftest import NewPage, SignIn
from tests.factories import make_enrollment, make_report, make_screen
from tracking.models import Enrollment, ExerciseLog, ExerciseSession

pytestmark = pytest.mark.browser

MOST_TABS = 120


@pytest.fixture
def enrollment(ada: Member) -> Enrollment:
    """In the second stage, with safety answers and a report of today."""
    day = timezone.localdate()
    phase = Program.objects.get(slug="sciatica-12-weeks").phases.get(slug="restore")
    make_screen(ada)
    make_report(ada, reported_on=day, places=["l1", "l2", "l3", "l4"])
    return make_enrollment(ada, phase, started_on=day, track="extension")


class Tapper:
    """Uses the page as a member does, and counts each tap."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.click()

    def button(self, name: str) -> None:
        self.tap(self.page.get_by_role("button", name=name, exact=True))

    def start(self) -> None:
        self.page.goto("/today/")
        self.tap(self.page.get_by_role("link", name="Start session"))

    def report(self, button: str) -> None:
        for selector in (".tile:has(#l3)", ".nrs label:has([name=back][value='2'])"):
            self.tap(self.page.locator(selector))
        self.tap(self.page.locator(".nrs label:has([name=leg][value='4'])"))
        self.tap(self.page.locator(".tile:has([name=feeling][value=none])"))
        self.button(button)

    def exercises(self) -> int:
        number = 0
        while "/finish/" not in self.page.url:
            number += 1
            heading = self.page.get_by_role("heading", level=1).inner_text()
            self.button("Done as planned")
            expect(self.page.get_by_role("heading", level=1)).not_to_have_text(heading)
        return number


def the_session() -> ExerciseSession:
    return ExerciseSession.objects.get()


def assert_done_as_planned(number: int) -> None:
    logs = ExerciseLog.objects.filter(session=the_session())
    assert [log.state for log in logs] == ["done"] * number
    assert all(log.reps_done == log.reps for log in logs)
    assert the_session().finished_at is not None


def tell(figure: str) -> None:
    """Shown by `pytest -rA`, and when the test fails."""
    sys.stdout.write(f"{figure}\n")


def test_a_session_as_planned_takes_few_taps(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, ada)
    member = Tapper(page)
    member.start()
    expect(page.locator("main :checked")).to_have_count(0)
    member.button("Yes, the same")
    expect(page.locator("main :checked")).to_have_count(0)
    number = member.exercises()
    member.button("Yes, the same")
    expect(page).to_have_url(re.compile(f"/sessions/{the_session().pk}/"))
    assert_done_as_planned(number)
    most = 2 * number + 6
    tell(f"{number} exercises, same as last time: {member.taps} taps of {most}")
    assert member.taps <= most


def test_a_session_with_all_values_anew_takes_few_taps(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, ada)
    member = Tapper(page)
    member.start()
    member.report("Save and start")
    number = member.exercises()
    expect(page.locator("main :checked")).to_have_count(0)
    member.report("Save and finish")
    expect(page).to_have_url(re.compile(f"/sessions/{the_session().pk}/"))
    assert_done_as_planned(number)
    most = 2 * number + 16
    tell(f"{number} exercises, all values anew: {member.taps} taps of {most}")
    assert member.taps <= most


def go_to(page: Page, target: Locator) -> None:
    """By the Tab key alone."""
    handle = target.element_handle()
    for _turn in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("element => element === document.activeElement", handle):
            return
    raise AssertionError("The Tab key does not lead there.")


def press(page: Page, role: str, name: str, key: str = "Enter") -> None:
    target = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    go_to(page, target)
    page.keyboard.press(key)


def test_the_whole_session_works_by_keyboard(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280)
    sign_in(page, ada)
    page.goto("/today/")
    press(page, "link", "Start session")
    press(page, "button", "Yes, the same")
    press(page, "radio", "Easy", "Space")
    press(page, "button", "Done as planned, with these answers")
    expect(page.get_by_text("Exercise 2 of")).to_be_visible()
    assert ExerciseLog.objects.get(position=1).rating == "easy"
    while "/finish/" not in page.url:
        heading = page.get_by_role("heading", level=1).inner_text()
        press(page, "button", "Done as planned")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(heading)
    press(page, "button", "Yes, the same")
    expect(page).to_have_url(re.compile(f"/sessions/{the_session().pk}/"))


def test_stopping_and_swapping_work_by_keyboard(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280)
    sign_in(page, ada)
    start(page)
    press(page, "link", "Skip or swap")
    press(page, "radio", "It hurt", "Space")
    press(page, "button", "Skip this one")
    press(page, "link", "Stop, this hurts more")
    press(page, "checkbox", "Sharp, shooting or electric pain", "Space")
    press(page, "checkbox", "Left buttock", "Space")
    go_to(page, page.locator("[name=pain][value='0']"))
    page.keyboard.press("ArrowRight")
    press(page, "button", "Tell me what to do")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leave this one for now")


@pytest.mark.parametrize("width", [320, 1280])
def test_what_to_swap_to_can_be_read(
    ada: Member,
    enrollment: Enrollment,
    width: int,
    new_page: NewPage,
    sign_in: SignIn,
) -> None:
    page = new_page(width=width)
    sign_in(page, ada)
    start(page)
    page.get_by_role("link", name="Skip or swap").click()
    box = page.get_by_role("button", name="Propping on your elbows").bounding_box()
    assert box is not None
    assert box["width"] > width / 3 > 100
    assert box["height"] < 140


def start(page: Page) -> None:
    page.goto("/today/")
    page.get_by_role("link", name="Start session").click()
    page.get_by_role("button", name="Yes, the same").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_whole_session_works_by_touch_on_a_small_phone(
    ada: Member,
    enrollment: Enrollment,
    scripts: bool,
    new_page: NewPage,
    sign_in: SignIn,
) -> None:
    page = new_page(width=320, scripts=scripts, touch=True)
    sign_in(page, ada)
    page.goto("/today/")
    page.get_by_role("link", name="Start session").tap()
    page.get_by_role("button", name="Yes, the same").tap()
    page.get_by_role("button", name="Done as planned", exact=True).tap()
    expect(page.get_by_text("Exercise 2 of")).to_be_visible()
    page.get_by_role("link", name="Skip or swap").tap()
    page.get_by_text("No time").tap()
    page.get_by_role("button", name="Skip this one").tap()
    expect(page.get_by_text("Exercise 3 of")).to_be_visible()
    page.get_by_text("I did less or more").tap()
    page.get_by_role("spinbutton", name="Sets").fill("1")
    page.get_by_role("button", name="Save what I did").tap()
    expect(page.get_by_text("Exercise 4 of")).to_be_visible()
    page.get_by_role("link", name="Back").tap()
    expect(page.get_by_text("Noted: 1 of 2 sets done.")).to_be_visible()
    page.get_by_role("link", name="End the session here").tap()
    page.get_by_role("button", name="Yes, the same").tap()
    expect(page).to_have_url(re.compile(f"/sessions/{the_session().pk}/"))
    states = [log.state for log in the_session().logs.all()[:3]]
    assert states == ["done", "skipped", "partly"]


@pytest.fixture
def second_browser(browser: Browser) -> Iterator[Browser]:
    other = browser.browser_type.launch(
        executable_path=executable(), args=["--no-sandbox", *FLAGS]
    )
    yield other
    other.close()


def test_it_goes_on_at_the_same_place_after_the_browser_was_killed(
    ada: Member,
    enrollment: Enrollment,
    second_browser: Browser,
    new_page: NewPage,
    sign_in: SignIn,
    live_server: LiveServer,
) -> None:
    phone = second_browser.new_context(base_url=live_server.url).new_page()
    sign_in(phone, ada)
    start(phone)
    phone.get_by_role("button", name="Done as planned", exact=True).click()
    phone.get_by_role("link", name="Skip or swap").click()
    phone.get_by_label("Too tired").check()
    phone.get_by_role("button", name="Skip this one").click()
    phone.get_by_role("button", name="Set 1 of 2 done").click()
    expect(phone.get_by_role("button", name="Set 2 of 2 done")).to_be_visible()
    heading = phone.get_by_role("heading", level=1).inner_text()
    second_browser.close()
    tablet = new_page(width=800)
    sign_in(tablet, ada)
    tablet.goto("/today/")
    tablet.get_by_role("link", name="Go on with your session").click()
    expect(tablet.get_by_role("heading", level=1)).to_have_text(heading)
    expect(tablet.get_by_role("button", name="Set 2 of 2 done")).to_be_visible()


class Heard:
    """What the page's live region said, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(
            """() => {
              window.heard = [];
              const status = document.getElementById("status");
              new MutationObserver(() => {
                if (status.textContent) window.heard.push(status.textContent);
              }).observe(status, {childList: true, characterData: true, subtree: true});
            }"""
        )

    @property
    def words(self) -> list[str]:
        words: list[str] = self.page.evaluate("window.heard")
        return words


def brace(page: Page) -> Heard:
    """The tummy brace: 2 sets of 10 holds of 5 seconds, with 30 seconds of rest."""
    page.clock.install()
    start(page)
    log = ExerciseLog.objects.get(exercise__slug="abdominal-brace")
    page.goto(log.get_absolute_url())
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    return Heard(page)


def passes(page: Page, seconds: float) -> None:
    page.clock.run_for(int(seconds * 1000))


@pytest.fixture
def at_the_brace(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> tuple[Page, Heard]:
    page = new_page()
    sign_in(page, ada)
    return page, brace(page)


def test_the_timer_starts_on_a_tap_only_and_says_what_to_do(
    at_the_brace: tuple[Page, Heard],
) -> None:
    page, heard = at_the_brace
    passes(page, 30)
    assert heard.words == []
    page.get_by_role("button", name="Start the timer").click()
    passes(page, 0.5)
    expect(page.get_by_role("timer")).to_have_text(re.compile("5 seconds left"))
    expect(page.locator("[data-phase]")).to_have_text("Get ready for set 1 of 2")
    passes(page, 5)
    expect(page.locator("[data-phase]")).to_have_text("Hold 1 of 10")
    passes(page, 2)
    expect(page.get_by_role("timer")).to_have_text(re.compile("3 seconds left"))
    expect(page.locator("[data-ring]")).to_have_attribute("stroke-dasharray", "60 100")
    passes(page, 3)
    assert heard.words == ["Get ready for set 1 of 2", "Hold 1 of 10", "Let go"]


def test_it_rests_between_sets_and_waits_at_the_end(
    at_the_brace: tuple[Page, Heard],
) -> None:
    page, heard = at_the_brace
    address = page.url
    page.get_by_role("button", name="Start the timer").click()
    one_set = 5 + 10 * 9
    passes(page, one_set + 1)
    expect(page.locator("[data-phase]")).to_have_text("Rest. Next is set 2 of 2")
    passes(page, 30 + one_set + 60)
    assert heard.words[-1] == "That was the last one"
    expect(page.get_by_role("button", name="Start the timer")).to_be_visible()
    assert page.url == address
    assert ExerciseLog.objects.get(exercise__slug="abdominal-brace").state == "to-do"


def test_it_can_be_paused_and_gone_on_with(at_the_brace: tuple[Page, Heard]) -> None:
    page, heard = at_the_brace
    page.get_by_role("button", name="Start the timer").click()
    passes(page, 7.5)
    page.get_by_role("button", name="Pause").click()
    passes(page, 60)
    expect(page.get_by_role("timer")).to_have_text(re.compile("3 seconds left"))
    page.get_by_role("button", name="Go on", exact=True).click()
    passes(page, 2)
    expect(page.get_by_role("timer")).to_have_text(re.compile("1 second left"))
    assert heard.words[2:] == ["Paused", "Hold 1 of 10"]


def test_a_set_noted_in_between_leaves_the_timer_running(
    at_the_brace: tuple[Page, Heard],
) -> None:
    page, _heard = at_the_brace
    page.get_by_role("button", name="Start the timer").click()
    passes(page, 6)
    page.get_by_role("button", name="Set 1 of 2 done").click()
    expect(page.get_by_role("button", name="Set 2 of 2 done")).to_be_visible()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_sound_is_off_until_it_is_switched_on_and_stays_on(
    at_the_brace: tuple[Page, Heard],
) -> None:
    page, _heard = at_the_brace
    sound = page.get_by_role("button", name="Sound")
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.get_by_role("button", name="Sound on")).to_be_visible()


def test_the_screen_stays_on_while_the_timer_runs(
    at_the_brace: tuple[Page, Heard],
) -> None:
    page, _heard = at_the_brace
    page.evaluate(
        """() => {
          window.locks = [];
          navigator.wakeLock.request = async (kind) => {
            window.locks.push(kind);
            return {addEventListener() {}, release() { window.locks.push("released"); }};
          };
        }"""
    )
    page.get_by_role("button", name="Start the timer").click()
    passes(page, 1)
    assert page.evaluate("window.locks") == ["screen"]
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate("window.locks") == ["screen", "released"]


def test_each_page_of_the_player_is_accessible_and_its_targets_are_large(
    ada: Member, enrollment: Enrollment, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320)
    sign_in(page, ada)
    start(page)
    play = page.url
    for address in (play, f"{play}?skip=1", f"{play}stop/"):
        page.goto(address)
        assert sideways_scroll(page) == [], address
        assert axe_violations_in_both_schemes(page) == [], address
        heights = page.locator("main .btn").evaluate_all(
            "all => all.filter(one => one.checkVisibility())"
            ".map(one => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 64, address
    for place, title in ((["#l5"], "Rest for 10 minutes"), (["#l1"], "Ease off")):
        page.goto(f"{play}stop/")
        page.locator("[name=sign][value=none]").check()
        for selector in place:
            page.locator(selector).check()
        page.locator("[name=pain][value='5']").check()
        page.get_by_role("button", name="Tell me what to do").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        assert sideways_scroll(page) == [], title
        assert axe_violations_in_both_schemes(page) == [], title
