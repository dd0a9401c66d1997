import pytest

from portal.plans.names import marked, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Harbor Lane Bakery, Inc.", "harbor lane bakery"),
        ("Wren & Tallow Candle Co.", "wren tallow candle"),
        ("Quillfeather Paper Company LLC", "quillfeather paper"),
        ("Café Peñasol", "cafe penasol"),
        ("Saint Odhran’s College", "saint odhrans college"),
        ("V. Q. Freight", "vq freight"),
        ("6 Z", "6z"),
        ("Øresund Straße", "oresund strasse"),
        ("Co", "co"),
        ("And", "and"),
        ("A Co", "a co"),
        ("--- !", ""),
    ],
)
def test_a_name_is_reduced_to_the_words_that_count(name: str, words: str) -> None:
    assert " ".join(words_of(name)) == words


@pytest.mark.parametrize(
    ("typed", "name", "shown"),
    [
        ("harbor", "Harborview College", "[Harbor]view College"),
        ("college harbor", "Harborview College", "[Harbor]view [College]"),
        ("cafe", "Café Solwara", "[Café] Solwara"),
        ("cafe", "Cafe\u0301 Solwara", "[Café] Solwara"),
        ("strasse", "Straße 7", "[Straße] 7"),
        ("odhr", "Saint Odhran's", "Saint [Odhr]an's"),
        ("odhrans", "Saint Odhran's", "Saint [Odhran's]"),
    ],
)
def test_what_was_typed_is_marked(typed: str, name: str, shown: str) -> None:
    parts = marked(words_of(typed), name)
    assert "".join(f"[{text}]" if on else text for text, on in parts) == shown
