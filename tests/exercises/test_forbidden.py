"""What no page may claim, and what it may still deny."""

from pathlib import Path

import pytest

from exercises.writing.forbidden import claims_in
from tests.exercises.shipped_content import name_of, shipped_files, texts

CLAIMED = [
    "This program cures sciatica.",
    "You will be cured in 12 weeks.",
    "The press-up fixes your disc.",
    "Movement heals the irritated nerve.",
    "The press-up puts the disc back.",
    "Bending back pushes a bulging disk back into place.",
    "It encourages the disc and nerve root to settle, so the disc settles.",
    "Regular exercise prevents surgery.",
    "Do this daily and you will never need an operation.",
    "Walking is safe for everyone.",
    "There are no side effects.",
    "Stepwell is clinically proven.",
    "The method is proven to work.",
    "Results are guaranteed.",
    "You get the same results as with in-person physical therapy.",
    "It works as well as a visit to the clinic.",
    "Stepwell diagnoses sciatica in 2 minutes.",
    "This check shows if you have sciatica.",
    "Centralization proves that the disc is healing.",
    "Moving up means you are healing.",
    "Pain moving down means damage to the nerve.",
    "People recover faster with exercise.",
    "Exercise leads to faster recovery than rest.",
    "Prolonged inactivity can actually delay recovery.",
    "Staying active reduces the chance of recurring episodes.",
    "It stops sciatica from coming back.",
    "Recommended by NICE and the NHS.",
    "NICE-approved exercises for your back.",
    "This page has been reviewed by a physical therapist.",
    "The program saves employers money.",
    "It will lower your medical costs.",
    "Our members feel better after 4 weeks.",
    "Members who finish see significant improvements.",
    "Movement is one of the most effective ways to recover.",
    "Exercise is safe and first-line care for sciatica.",
    "It gently decompresses the lower spine.",
    "It takes pressure off the irritated nerve root.",
    "Tight muscles pull on the irritated nerve.",
    "It improves pain, mobility and return-to-work rates.",
    "Stepwell replaces your doctor.",
    "A slipped disc is common.",
    "Sciatica comes from wear and tear.",
    "Your spine is crumbling.",
    "Your hips are out of alignment.",
    "It does not hurt, and it cures sciatica.",
    "It is not hard; it fixes your back.",
    "It not only eases pain but cures sciatica.",
]

HONEST = [
    "This does not show that the exercise puts a disc back.",
    "It does not diagnose, and it does not replace a clinician.",
    "This is watching yourself, not a diagnosis.",
    "No exercise is known to cure sciatica.",
    "The program is not clinically proven.",
    "Bed rest has not been shown to speed recovery.",
    "No study listed here shows that it takes pressure off the nerve.",
    "Moving down does not mean damage.",
    "Farther down does not mean damage.",
    "Symptoms moving up is usually a good sign.",
    "Not yet reviewed by a clinician.",
    "Not every exercise is safe for everyone.",
    "It cannot fix a disc, and it isn't safe for everyone.",
    "Nobody has shown that it prevents surgery.",
    "None of the studies shows that exercise gets people back to work.",
    "There is no proof that walking keeps sciatica from coming back.",
    "With an early operation, leg pain eased sooner in 1 trial.",
    "Your plan may offer it at no cost to you.",
    "In 63 of 100 people a herniated disc got smaller with no operation.",
    "Guidelines suggest staying as active as you can.",
    "Stay as you are. Do not push on if your leg gets worse.",
    "Nothing here replaces your doctor.",
]


@pytest.mark.parametrize("sentence", CLAIMED)
def test_a_forbidden_claim_is_caught(sentence: str) -> None:
    assert claims_in(f"It is easy to do. {sentence} Begin small.")


@pytest.mark.parametrize("sentence", HONEST)
def test_an_honest_sentence_passes(sentence: str) -> None:
    assert claims_in(f"It is easy to do. {sentence} Begin small.") == []


def test_a_claim_is_found_across_a_line_break() -> None:
    (claim,) = claims_in("Some say that this exercise\nis safe for\neveryone.")
    assert "everyone" in claim.reason


def test_a_denial_does_not_reach_into_the_next_sentence() -> None:
    assert claims_in("This is not hard. It cures sciatica.")


@pytest.mark.parametrize("path", shipped_files(), ids=name_of)
def test_shipped_content_claims_nothing_forbidden(path: Path) -> None:
    reasons = {text: claims_in(text) for text in texts(path)}
    assert {text: found for text, found in reasons.items() if found} == {}
