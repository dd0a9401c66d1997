"""Whatever 2 devices send, and send again, the reports are as a plain model says."""

import datetime as dt
import uuid
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import time_machine
from django.http import HttpResponseBase
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.tracking.conftest import NOON, report_answers
from tracking.models import Revision, SymptomReport

CHECK_IN = "/check-in/"
ENTRIES = [str(uuid.UUID(int=n)) for n in (1, 2)]
REACHED = {("none",): (0, 0), ("back", "l1", "l2"): (3, 1), ("l1", "r5"): (2, 6)}
SYMPTOMS = ("tingling", "numbness", "weakness")
ANSWERS = ("back", "leg", "places", "left", "right", *SYMPTOMS, "note")
DONE, CONFLICT, WRONG = 302, 409, 422
MINUTE = dt.timedelta(minutes=1)

type Content = dict[str, Any]


def columns(sent: Content) -> Content:
    """What a form says, as it is kept."""
    left, right = REACHED[tuple(sent["place"])]
    felt = {name: name in sent["feeling"] for name in SYMPTOMS}
    scores = {name: int(sent[name]) for name in ("back", "leg")}
    kept = {"places": sent["place"], "left": left, "right": right}
    return {**scores, **kept, **felt, "note": sent["note"]}


def as_noted(row: Mapping[str, Any]) -> Content:
    """The same of a row and of a revision, whose times are text."""
    return {
        **{name: row[name] for name in (*ANSWERS, "version")},
        "deleted": bool(row["deleted_at"]),
        "reported_at": dt.datetime.fromisoformat(str(row["reported_at"])),
    }


@dataclass
class Noted:
    """A report, and all that stood there before, oldest first."""

    now: Content
    former: list[Content] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def says(self, answers: Content) -> bool:
        return not self.now["deleted"] and answers.items() <= self.now.items()

    def replace(self, **changes: Any) -> int:
        self.former.append(self.now)
        self.now = {**self.now, **changes, "version": self.now["version"] + 1}
        return DONE

    def edit(self, sent: Content) -> int:
        answers = columns(sent)
        if self.says(answers):
            return DONE
        if sent["version"] != str(self.now["version"]):
            return CONFLICT
        return self.replace(deleted=False, **answers)

    def delete(self) -> int:
        return DONE if self.now["deleted"] else self.replace(deleted=True)

    def bring_back(self, address: str) -> int:
        content = self.former[self.addresses.index(address)]
        answers = {name: content[name] for name in ANSWERS}
        return DONE if self.says(answers) else self.replace(deleted=False, **answers)


@dataclass(frozen=True)
class Post:
    """One form, as it is sent; the same one can be sent again."""

    entry: str
    address: str
    sent: Content = field(default_factory=dict)

    @property
    def says(self) -> Content:
        return {k: v for k, v in self.sent.items() if k not in ("entry", "version")}


class Model:
    def __init__(self) -> None:
        self.reports: dict[str, Noted] = {}
        self.posts: list[Post] = []
        self.saved: list[tuple[str, Content]] = []

    def answer(self, post: Post, at: dt.datetime) -> int:
        """The status that is due, with what comes of it."""
        noted = self.reports.get(post.entry)
        if post.sent.get("leg") == "11":
            return WRONG
        status = self.change(noted, post) if noted else self.create(post, at)
        if status == DONE and post.sent:
            self.saved.append((post.entry, columns(post.sent)))
        return status

    def create(self, post: Post, at: dt.datetime) -> int:
        made = {"version": 1, "deleted": False, "reported_at": at}
        self.reports[post.entry] = Noted(columns(post.sent) | made)
        return DONE

    def change(self, noted: Noted, post: Post) -> int:
        if post.address == CHECK_IN:
            return DONE if noted.says(columns(post.sent)) else CONFLICT
        if post.address in noted.addresses:
            return noted.bring_back(post.address)
        return noted.edit(post.sent) if post.sent else noted.delete()


@dataclass(frozen=True)
class Step:
    """What a member does on one of the devices."""

    deed: str
    device: int
    entry: str
    answers: Content
    behind: int
    which: int

    def post(self, model: Model) -> Post:
        if self.deed == "report":
            sent = {**self.answers, "entry": self.entry}
            return Post(self.entry, CHECK_IN, sent)
        if self.deed == "send again":
            return model.posts[-1 - self.which % len(model.posts)]
        entry = self.entry if self.entry in model.reports else FIRST.entry
        noted = model.reports[entry]
        if self.deed == "edit":
            version = str(max(1, noted.now["version"] - self.behind))
            sent = {**self.answers, "version": version}
            return Post(entry, f"/check-in/{entry}/edit/", sent)
        if self.deed == "bring back" and noted.addresses:
            count = len(noted.addresses)
            return Post(entry, noted.addresses[-1 - self.which % count])
        return Post(entry, f"/check-in/{entry}/delete/")


FIRST = Step("report", 0, ENTRIES[0], report_answers(), 0, 0)

# Few answers, so that 2 devices often say the same, or nearly. A leg of 11 is wrong.
CHANGES: list[Content] = [
    {"note": ""},
    {"note": 'Line 1\r\n"Line" 2'},
    {"leg": "8"},
    {"place": ["none"]},
    {"place": ["l1", "r5"]},
    {"feeling": ["none"]},
    {"feeling": ["numbness", "weakness"]},
    {"leg": "11"},
]
changes = st.lists(st.sampled_from(CHANGES), max_size=2)

steps = st.builds(
    Step,
    deed=st.sampled_from(
        ["edit"] * 4 + ["delete", "bring back", "report"] * 2 + ["send again"]
    ),
    device=st.integers(0, 1),
    entry=st.sampled_from([ENTRIES[0]] * 3 + [ENTRIES[1]]),
    answers=changes.map(lambda changed: dict(ChainMap(*changed, FIRST.answers))),
    behind=st.sampled_from([0, 0, 0, 1, 2, -1]),
    which=st.integers(0, 11),
)


def assert_nothing_typed_is_lost(response: Any, post: Post, model: Model) -> None:
    """Beside what is saved, the page holds all that was sent, ready to send."""
    again: dict[str, list[str]] = {}
    for name, value in response.context["again"]:
        again.setdefault(name, []).append(value)
    typed = {k: v if isinstance(v, list) else [v] for k, v in post.says.items()}
    version = model.reports[post.entry].now["version"]
    assert again == {**typed, "version": [str(version)]}


def assert_kept(model: Model) -> None:
    """Each report once, with all that it ever said, and nothing else."""
    rows = {str(row["id"]): as_noted(row) for row in SymptomReport.objects.values()}
    assert rows == {entry: noted.now for entry, noted in model.reports.items()}
    assert Revision.objects.count() == sum(
        len(noted.former) for noted in model.reports.values()
    )
    for entry, noted in model.reports.items():
        of_it = Revision.objects.filter(report=uuid.UUID(entry))
        revisions = of_it.order_by("saved_at")
        assert [as_noted(r.content) for r in revisions] == noted.former
        noted.addresses = [f"/me/changes/{r.pk}/" for r in revisions]
    for entry, answers in model.saved:
        noted = model.reports[entry]
        assert any(answers.items() <= c.items() for c in (noted.now, *noted.former))


def assert_shown(client: Client, model: Model) -> None:
    """In the history, without those deleted."""
    history = client.get("/sessions/").content.decode()
    for entry, noted in model.reports.items():
        shown = f'href="/check-in/{entry}/edit/"' in history
        assert shown is not noted.now["deleted"]


def assert_open(client: Client, model: Model) -> None:
    """An edit page holds what is saved; a deleted report's leads to its undo."""
    for entry, noted in model.reports.items():
        response: Any = client.get(f"/check-in/{entry}/edit/")
        if noted.now["deleted"]:
            assert response["Location"] == noted.addresses[-1]
            continue
        filled = response.context["form"].initial
        assert columns(filled).items() <= noted.now.items()
        assert filled["version"] == noted.now["version"]


def assert_leads_on(response: HttpResponseBase, post: Post, model: Model) -> None:
    deletes = post.address.endswith("/delete/")
    undo = model.reports[post.entry].addresses[-1] if deletes else ""
    assert response["Location"] == (undo or "/sessions/")


def take(step: Step, devices: list[Client], model: Model, at: dt.datetime) -> None:
    post = step.post(model)
    with time_machine.travel(at, tick=False):
        response = devices[step.device].post(post.address, post.sent)
        assert response.status_code == model.answer(post, at), post
        assert_kept(model)
    if response.status_code == CONFLICT:
        assert_nothing_typed_is_lost(response, post, model)
    if response.status_code == DONE:
        assert_leads_on(response, post, model)
    model.posts.append(post)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(taken=st.lists(steps, min_size=5, max_size=11))
def test_two_devices_agree_with_a_plain_model(ada: Member, taken: list[Step]) -> None:
    SymptomReport.objects.all().delete()
    devices, model = [signed_in(ada), signed_in(ada)], Model()
    for minute, step in enumerate([FIRST, *taken]):
        take(step, devices, model, NOON + minute * MINUTE)
    for device in devices:
        assert_shown(device, model)
    assert_open(devices[0], model)
