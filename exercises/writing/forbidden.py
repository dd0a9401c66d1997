"""Claims that no page may make, because nothing known supports them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.readability import sentences
from exercises.writing.clauses import GAP, asserted, clauses

PROFESSION = (
    r"(?:clinicians?|doctors?|physicians?|physical therapists?|therapists?|experts?)"
)
AUTHORITY = r"(?:the )?(?:NICE|NHS|JOSPT|AAFP|FDA|APTA|AHCPR|Cochrane)"


class ForbiddenClaim(NamedTuple):
    pattern: re.Pattern[str]
    reason: StrOrPromise


def _claim(pattern: str, reason: StrOrPromise) -> ForbiddenClaim:
    return ForbiddenClaim(re.compile(pattern, re.IGNORECASE), reason)


FORBIDDEN_CLAIMS: tuple[ForbiddenClaim, ...] = (
    _claim(
        r"\bcur(?:e|es|ed|ing)\b",
        _("No exercise is known to cure sciatica."),
    ),
    _claim(
        rf"\b(?:fix(?:es|ed|ing)?|heal(?:s|ed|ing)?|repair(?:s|ed|ing)?)\b{GAP}"
        r"\b(?:dis[ck]s?|nerves?|sciatica|backs?|spine)\b",
        _("No exercise is known to fix a disc, a nerve or a back."),
    ),
    _claim(
        r"\b(?:put|push|pull|move|slide|slip|squeeze|suck|pop)(?:s|es|ed|ing)?\s"
        rf"{GAP}\bdis[ck]s?\b{GAP}\b(?:back|in|into place)\b",
        _("Nothing shows that a movement puts a disc back."),
    ),
    _claim(
        rf"\bdis[ck]s?\b{GAP}\b(?:settles?|goes back|slips? back|into place)\b",
        _("Nothing shows that a movement settles a disc."),
    ),
    _claim(
        rf"\b(?:prevent|avoid)(?:s|ed|ing)?\b{GAP}\b(?:surgery|an operation)\b"
        r"|\b(?:won['’]t|will not|never) need (?:surgery|an operation)\b",
        _("No study shows that exercise prevents an operation."),
    ),
    _claim(
        r"\bsafe for (?:everyone|everybody|anyone|all)\b"
        r"|\b(?:completely|totally|perfectly|always|100 ?%) safe\b"
        r"|\brisk[- ]free\b|\bno (?:risks?|side effects)\b",
        _("No exercise is safe for everyone; side effects happen."),
    ),
    _claim(
        r"\b(?:clinically|scientifically|medically) (?:proven|validated|tested)\b"
        r"|\bproven to\b|\bguarantee(?:s|d)?\b",
        _("This program has not been tested in a trial."),
    ),
    _claim(
        rf"\b(?:same|as good|as well|comparable|equal)\b{GAP}"
        r"\b(?:in[- ]person|face[- ]to[- ]face|physical therap(?:y|ist)|clinic)\b",
        _("Nothing shows results like those of care in person."),
    ),
    _claim(
        r"\b(?:stepwell|it|this|portal|program|page|app|check|test|screen|exercise)\b"
        rf"{GAP}\b(?:diagnoses|detects|confirms)\b"
        rf"|\b(?:tells?|shows?|find out)\b{GAP}\b(?:if|whether|that) you have sciatica",
        _("Only a clinician can diagnose sciatica."),
    ),
    _claim(
        rf"\b(?:centrali[sz]\w*|mov\w+ up|higher up)\b{GAP}"
        rf"\b(?:proves?|proof|means?|shows?)\b{GAP}\b(?:heal|recover|dis[ck])\w*",
        _("Symptoms moving up is a good sign, not a proof of healing."),
    ),
    _claim(
        r"\b(?:mov\w+ down|farther down|further down)\b"
        rf"{GAP}\b(?:means?|is|shows?|causes?)\b{GAP}\b(?:damage|harm|injur)\w*",
        _("Symptoms moving down do not mean damage."),
    ),
    _claim(
        r"\b(?:recover|heal|get(?:s|ting)? (?:better|well))\w*\b.{0,12}?"
        r"\b(?:faster|sooner|quicker|more quickly)\b"
        r"|\b(?:faster|quicker|speed(?:s|ing)?(?: up)?(?: your)?)\s"
        r"(?:recovery|healing)\b|\bfaster than (?:bed )?rest\b",
        _("Recovery is not known to be faster than with rest."),
    ),
    _claim(
        rf"\b(?:bed rest|rest|resting|inactivity)\b{GAP}"
        r"\b(?:delay|slow)(?:s|ed|ing)?\b",
        _("In sciatica, rest is not known to delay recovery."),
    ),
    _claim(
        rf"\b(?:prevent|reduc|lower|cut|stop|keep)\w*\b{GAP}"
        r"\b(?:recurr\w+|relapses?|coming back|come back|another bout)\b"
        r"|\bkeeps? sciatica away\b",
        _("Exercise is not known to keep sciatica from coming back."),
    ),
    _claim(
        r"\b(?:endorsed|approved|recommended|backed|certified|cleared|reviewed"
        rf"|checked) by\b{GAP}\b(?:{AUTHORITY}|{PROFESSION})\b"
        rf"|\b{AUTHORITY}[- ](?:endorsed|approved|recommended|cleared|certified)\b"
        rf"|\b{PROFESSION}[- ](?:endorsed|approved|recommended|reviewed)\b"
        rf"|\b{AUTHORITY} (?:endorses|approves|recommends) (?:stepwell|this program)",
        _("No authority or clinician has endorsed or reviewed this."),
    ),
    _claim(
        rf"\bsav(?:e|es|ing)\b{GAP}(?:\b(?:money|costs?|dollars)\b|\$)"
        r"|\bcost savings?\b"
        rf"|\b(?:lower|cut|reduc)\w*\b{GAP}\b(?:costs|bills|spending)\b",
        _("There are no data on costs."),
    ),
    _claim(
        r"\b(?:our|stepwell)(?:['’]s)? (?:members|users)\b|\d\s?%? of members\b"
        rf"|\bmembers (?:who|report|see|get|feel)\b{GAP}\b(?:improve\w*|better|less)\b",
        _("There are no outcome numbers of this product."),
    ),
    _claim(
        r"\bmost effective\b|\bfirst[- ]line\b|\bgold standard\b",
        _("The extra benefit over good advice is small."),
    ),
    _claim(
        rf"\bdecompress\w*|\b(?:takes?|eas\w+|reliev\w+|reduc\w+)\b{GAP}\bpressure\b"
        rf"{GAP}\b(?:nerve|dis[ck]|spine|root)\w*"
        rf"|\bpull\w*\b{GAP}\bon the\b{GAP}\bnerve\b",
        _("The mechanism is not shown."),
    ),
    _claim(
        rf"\b(?:improv\w+|get\w*|help\w*)\b{GAP}\b(?:back to|return(?:ing)?[- ]to)"
        r"[- ]work\b|\breturn[- ]to[- ]work rates?\b",
        _("No study checked shows an effect on going back to work."),
    ),
    _claim(
        rf"\breplac(?:e|es|ing)\b{GAP}\b{PROFESSION}\b"
        rf"|\bno need (?:for|to see) (?:a |your )?{PROFESSION}\b",
        _("It does not replace a clinician."),
    ),
    _claim(
        r"^(?!.*\b(?:ask|doctor|pharmacist)\b).*"
        r"\b(?:take|takes|taking|try|use|swallow|stop)\b[^,;]{0,30}?\b(?:ibuprofen|naproxen"
        r"|aspirin|acetaminophen|paracetamol|pain ?killers?|pain pills?|opioids?"
        r"|gabapentin|pregabalin|muscle relaxants?|anti-inflammator\w+)\b",
        _("Which medicine suits somebody is for their doctor or pharmacist to say."),
    ),
    _claim(
        r"\bslipped dis[ck]s?\b|\bwear[- ]and[- ]tear\b|\bcrumbl(?:e|es|ed|ing)\b"
        r"|\bout of (?:alignment|place)\b|\bmisalign\w*",
        _("These words frighten and explain nothing."),
    ),
)


def claims_in(text: str) -> list[ForbiddenClaim]:
    """Every forbidden claim the text makes, once each; denying one is allowed."""
    return list(dict.fromkeys(claim for claim, _words in forbidden_in(text)))


def forbidden_in(text: str) -> Iterator[tuple[ForbiddenClaim, str]]:
    """Each forbidden claim with the words that make it."""
    for sentence in sentences(text):
        for clause in clauses(sentence):
            for claim in FORBIDDEN_CLAIMS:
                yield from ((claim, words) for words in asserted(clause, claim.pattern))
