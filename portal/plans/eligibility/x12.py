"""Eligibility files in X12 834 005010X220A1, one segment at a time.

Only what a check needs is read: not the sex, though the standard asks for it, and no
Social Security number. pyx12 cuts the file into segments; its own loops check all of
the standard, which takes 10 times as long as everything else that a file needs.
"""

from collections.abc import Iterator, Mapping
from typing import TextIO

from pyx12.errors import EngineError, X12Error
from pyx12.segment import Segment
from pyx12.x12file import X12Reader

from portal.plans.eligibility.reading import IS_SSN

MARK = b"ISA"
KIND = "005010X220"
MEMBER, NAME, PLAN, ELSEWHERE = "2000", "2100A", "2300", ""
# A segment that begins a loop, and where its own and the following values stand.
BEGINS = {"INS": MEMBER, "HD": PLAN}
NOT_OF_THE_MEMBER = {"COB", "DSB", "LS", "LX", "SE"}
THE_MEMBER = {"IL", "74"}  # as they are, and as corrected
END = "IEA"
SSN = "34"  # in NM108: what the next value is
PLACES = {
    (MEMBER, "INS", ""): {"action": 3, "relationship": 2},
    (MEMBER, "REF", "0F"): {"subscriber_id": 2},
    (NAME, "NM1", ""): {"last_name": 3, "first_name": 4},
    (NAME, "N4", ""): {"zip_code": 3},
    (NAME, "DMG", ""): {"birth_date": 2},
    (PLAN, "HD", ""): {"plan_code": 4},
    (PLAN, "DTP", "348"): {"starts_on": 3},
    (PLAN, "DTP", "349"): {"ends_on": 3},
}
QUALIFIED = {"REF", "DTP"}
FIELDS = tuple(name for fields in PLACES.values() for name in fields)
CONTACT = range(3, 9, 2)  # PER03 to PER08 are pairs: a kind, then its value


class MemberLoop:
    """What one member's segments hold; the first of each kind counts."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.loop = ELSEWHERE
        self.seen: set[str] = set()
        self.fields = dict.fromkeys(FIELDS, "")

    def read(self, segment: Segment) -> None:
        name = str(segment.get_seg_id())
        self.loop = self.loop_after(segment, name)
        qualifier = value(segment, name, 1) if name in QUALIFIED else ""
        places = PLACES.get((self.loop, name, qualifier), {})
        for field, number in places.items():
            self.fields[field] = self.fields[field] or value(segment, name, number)
        if self.loop == NAME and name == "NM1":
            self.note_ssn(segment)
        if self.loop == NAME and name == "PER":
            self.read_contact(segment)

    def note_ssn(self, segment: Segment) -> None:
        """Some files send it as the number of the subscriber too."""
        number = value(segment, "NM1", 9).replace("-", "")
        sent = self.fields["subscriber_id"].replace("-", "")
        if value(segment, "NM1", 8) == SSN and number and number == sent:
            self.fields[IS_SSN] = "yes"

    def loop_after(self, segment: Segment, name: str) -> str:
        """A second name or plan of the member stands elsewhere."""
        if name in NOT_OF_THE_MEMBER:
            return ELSEWHERE
        loop = BEGINS.get(name, self.loop)
        if name == "NM1":
            loop = NAME if value(segment, name, 1) in THE_MEMBER else ELSEWHERE
        if name in {"NM1", *BEGINS} and loop:
            loop = ELSEWHERE if loop in self.seen else loop
            self.seen.add(loop)
        return loop

    def read_contact(self, segment: Segment) -> None:
        for number in CONTACT:
            if value(segment, "PER", number) == "EM":
                self.fields["email"] = value(segment, "PER", number + 1)


def value(segment: Segment, name: str, number: int) -> str:
    return str(segment.get_value(f"{name}{number:02}") or "")


def x12_rows(text: TextIO) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each member, by our names. Raises ValueError when it is no such file, or not whole."""
    try:
        yield from members_in(X12Reader(text))
    except (X12Error, EngineError) as error:
        raise ValueError("not an 834") from error


def members_in(reader: X12Reader) -> Iterator[tuple[int, Mapping[str, str]]]:
    member: MemberLoop | None = None
    last = ""
    for segment in reader:
        last = str(segment.get_seg_id())
        if last == "GS" and not value(segment, "GS", 8).startswith(KIND):
            raise ValueError("not an 834 of this version")
        if member and last in {"INS", "SE"}:
            yield member.line, member.fields
            member = None
        if last == "INS":
            member = MemberLoop(reader.get_cur_line())
        if member:
            member.read(segment)
    if last != END:
        raise ValueError("not an 834 to its end")
