import io

import pytest

from portal.plans.eligibility.reading import Wrong, people
from portal.plans.eligibility.x12 import x12_rows
from tests.factories import TODAY

HEAD = (
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261101*1200"
    "*^*00501*000000001*0*P*:~GS*BE*SENDER*RECEIVER*20261101*1200*1*X*005010X220A1~"
    "ST*834*0001*005010X220A1~BGN*00*1*20261101*1200****2~REF*38*POL1~"
    "N1*P5*HARBOR LANE*FI*999999999~N1*IN*BLUE HERON*FI*888888888~"
)
MARIA = (
    "INS*Y*18*021*20*A***FT~REF*0F*HB0001~REF*1L*GRP1~"
    "NM1*IL*1*ROE*MARIA****34*123456789~PER*IP**TE*5550100*EM*maria@harbor.example~"
    "N3*1 MAIN~N4*COLUMBUS*OH*43004~DMG*D8*19800102*F~"
    "HD*021**HLT*GOLD*EMP~DTP*348*D8*20260101~"
)
LEE = (
    "INS*N*01*024*20*A~REF*0F*HB0001~NM1*IL*1*ROE*LEE~N4*COLUMBUS*OH*43004~"
    "DMG*D8*19810304*M~HD*024**HLT*GOLD*ESP~DTP*348*D8*20260101~DTP*349*D8*20261031~"
)
FOOT = "SE*25*0001~GE*1*1~IEA*1*000000001~"


def rows(text: str) -> list[dict[str, str]]:
    return [dict(fields) for _line, fields in x12_rows(io.StringIO(text))]


def test_an_834_gives_each_member_by_our_names() -> None:
    assert rows(HEAD + MARIA + LEE + FOOT) == [
        {
            "action": "021",
            "relationship": "18",
            "subscriber_id": "HB0001",
            "last_name": "ROE",
            "first_name": "MARIA",
            "zip_code": "43004",
            "birth_date": "19800102",
            "plan_code": "GOLD",
            "starts_on": "20260101",
            "ends_on": "",
            "email": "maria@harbor.example",
        },
        {
            "action": "024",
            "relationship": "01",
            "subscriber_id": "HB0001",
            "last_name": "ROE",
            "first_name": "LEE",
            "zip_code": "43004",
            "birth_date": "19810304",
            "plan_code": "GOLD",
            "starts_on": "20260101",
            "ends_on": "20261031",
        },
    ]


def test_other_people_places_and_plans_of_a_member_are_not_taken_for_theirs() -> None:
    others = (
        "NM1*70*1*REO*MARIE~DMG*D8*19700101*F~NM1*31*1~N3*9 ELM~N4*AKRON*OH*44301~"
        "NM1*QD*1*DOE*JO~PER*RP**EM*jo@harbor.example~N4*TOLEDO*OH*43604~"
        "HD*021**HLT*GOLD*EMP~DTP*348*D8*20260101~LX*1~NM1*P3*1*LEE*KIM~N4*LIMA*OH*45801~"
        "COB*P*XX*5~REF*60*A1~DTP*344*D8*20250101~NM1*IN*2*OTHER~"
        "HD*021**DEN*DENTAL*EMP~DTP*348*D8*20250101~DTP*349*D8*20251231~"
    )
    changed = MARIA.replace("HD*021**HLT*GOLD*EMP~DTP*348*D8*20260101~", others)
    assert changed != MARIA
    assert rows(HEAD + changed + FOOT) == rows(HEAD + MARIA + FOOT)


def test_the_sex_and_the_social_security_number_are_not_read() -> None:
    [maria] = rows(HEAD + MARIA + FOOT)
    assert "123456789" not in maria.values()
    assert "F" not in maria.values()


@pytest.mark.parametrize("number", ["123456789", "123-45-6789"])
def test_a_subscriber_number_that_is_the_social_security_number_is_refused(
    number: str,
) -> None:
    text = HEAD + MARIA.replace("REF*0F*HB0001", f"REF*0F*{number}") + FOOT
    [wrong] = people(x12_rows(io.StringIO(text)), TODAY)
    assert isinstance(wrong, Wrong)
    assert "Social Security" in wrong.reason


@pytest.mark.parametrize(
    "text",
    [
        HEAD + MARIA,
        HEAD + MARIA + "SE*25*0001~",
        HEAD.replace("005010X220A1", "005010X218") + MARIA + FOOT,
        "ISA*00*",
        "ISA" + "x" * 200,
    ],
    ids=["cut in a member", "cut after them", "another kind", "short", "no segments"],
)
def test_a_file_that_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an 834"):
        rows(text)
