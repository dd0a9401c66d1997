"""What a page is, in the words of schema.org: for machines, and no surer than it is."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from exercises import dose_words, prose, readability
from exercises.footnotes import Footnote
from exercises.models import (
    Dose,
    Exercise,
    Guide,
    Program,
    Reference,
    Statement,
)
from exercises.pages.cards import is_public
from exercises.pages.guide import GuidePage

type Data = dict[str, Any]
type Row = Exercise | Guide | Program

VOCABULARY = "https://schema.org"
NO_STUDY = {Reference.Kind.ADVICE, Reference.Kind.OTHER}


def page_data(row: Row, page: Any, site: str) -> Data:
    """The page of a guide, an exercise or a program."""
    address = site + row.get_absolute_url()
    works = {note.reference.key: work(note.reference, site) for note in notes(page)}
    data = {
        "@context": VOCABULARY,
        "@type": "MedicalWebPage",
        "@id": address,
        "url": address,
        "name": row.title,
        "description": row.summary,
        "inLanguage": row.language,
        "isAccessibleForFree": True,
        "dateModified": row.changed_at.isoformat(),
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
        "mainEntity": main_entity(row, site),
        "hasPart": [claim(each, works) for each in statements(row)],
        "citation": [*works.values()],
        **review(row),
    }
    return told(data)


def told(data: Data) -> Data:
    """Without what there is nothing to say about."""
    return {key: value for key, value in data.items() if value not in ("", None, [])}


def review(row: Row) -> Data:
    """Only what happened: a page that nobody has reviewed says nothing of it."""
    if not row.reviewed_by or not row.reviewed_on:
        return {}
    by = {"@type": "Person", "name": row.reviewed_by}
    return {"lastReviewed": row.reviewed_on.isoformat(), "reviewedBy": by}


def main_entity(row: Row, site: str) -> Data | None:
    if isinstance(row, Exercise):
        return exercise_plan(row)
    return program_plan(row, site) if isinstance(row, Program) else None


def exercise_plan(exercise: Exercise) -> Data:
    often = [dose_words.times_a_day(exercise), dose_words.days_a_week(exercise)]
    return told(
        {
            "@type": "ExercisePlan",
            "name": exercise.title,
            "alternateName": exercise.also_known_as,
            "exerciseType": exercise.get_kind_display(),
            "text": " ".join(step.text for step in exercise.steps.all()),
            "activityDuration": quantity(exercise, "minutes", "MIN"),
            "repetitions": quantity(exercise, "reps"),
            "additionalVariable": dose_words.hold(exercise),
            "restPeriods": quantity(exercise, "rest_seconds", "SEC"),
            "activityFrequency": ", ".join(filter(None, often)),
        }
    )


def quantity(dose: Dose, name: str, unit: str = "") -> Data | None:
    low = getattr(dose, name)
    if not low:
        return None
    ends = {"minValue": low, "maxValue": dose_words.high(dose, name)}
    return told({"@type": "QuantitativeValue", **ends, "unitCode": unit})


def program_plan(program: Program, site: str) -> Data:
    shown = {
        site + each.exercise.get_absolute_url(): each.exercise.title
        for phase in program.phases.all()
        for each in phase.prescriptions.all()
        if is_public(each.exercise)
    }
    parts = [
        {"@type": "ExercisePlan", "name": name, "url": url}
        for url, name in shown.items()
    ]
    return told(
        {
            "@type": "ExercisePlan",
            "name": program.title,
            "activityDuration": f"P{program.weeks}W",
            "hasPart": parts,
        }
    )


def statements(row: Row) -> Iterable[Statement]:
    if isinstance(row, Exercise):
        return row.statements.all()
    sections = row.sections.all() if isinstance(row, Guide) else ()
    return [each for section in sections for each in section.statements.all()]


def claim(statement: Statement, works: dict[str, Data]) -> Data:
    """schema.org's levels of evidence grade guidelines: ours are said in our words."""
    keys = [each.key for each in statement.references.all()]
    cited = dict.fromkeys([*keys, *prose.cited_keys(statement.text)])
    return told(
        {
            "@type": "Claim",
            "text": " ".join(readability.sentences(statement.text)),
            "description": how_sure(statement),
            "citation": [{"@id": works[key]["@id"]} for key in cited if key in works],
        }
    )


def how_sure(statement: Statement) -> str:
    parts = []
    if statement.certainty:
        level = statement.get_certainty_display()
        parts.append(_("Certainty: %(level)s.") % {"level": level})
    if statement.in_sciatica:
        answer = statement.get_in_sciatica_display()
        parts.append(_("Studied in sciatica: %(answer)s.") % {"answer": answer})
    return " ".join(parts)


def notes(page: Any) -> list[Footnote]:
    if not isinstance(page, GuidePage):
        return list(page.notes)
    return [note for section in page.sections for note in section.notes]


def reference_data(reference: Reference, site: str) -> Data:
    address = site + reference.get_absolute_url()
    return {
        "@context": VOCABULARY,
        "@type": "WebPage",
        "url": address,
        "name": str(reference),
        "mainEntity": work(reference, site),
    }


def work(reference: Reference, site: str) -> Data:
    """The publication itself. Its @id is our page about it."""
    is_study = reference.kind not in NO_STUDY
    return told(
        {
            "@type": "ScholarlyArticle" if is_study else "CreativeWork",
            "@id": site + reference.get_absolute_url(),
            "name": reference.title or str(reference),
            "author": reference.authors,
            "isPartOf": {"@type": "CreativeWork", "name": reference.source},
            "datePublished": str(reference.year),
            "sameAs": reference.outside_address,
            "identifier": identifiers(reference),
        }
    )


def identifiers(reference: Reference) -> list[Data]:
    found = {"DOI": reference.doi, "PMID": reference.pmid}
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in found.items()
        if value
    ]
