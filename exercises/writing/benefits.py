"""Sentences that promise a benefit: they need a reference and a certainty.

Told by patterns, so it is a help and no proof: a promise in unusual words gets by.
"""

import re
from collections.abc import Iterable, Iterator

from exercises.readability import CITATION, cited_sentences
from exercises.writing.clauses import asserted, clauses

# Up to 4 words of the same phrase.
NEAR = (
    r"(?:(?!(?:if|when|whether|into|off|out|because|while|as|until|since|than|not|no)\b)"
    r"[\w'’-]+\s+){0,4}?"
)
TROUBLE = (
    r"(?:pain|pains|aches?|symptoms?|sciatica|stiff|stiffness|tight|tightness|tingling"
    r"|numbness|spasms?|soreness|cramps?|tension|inflammation|flares?|discomfort"
    r"|disability)"
)
BODY = (
    r"(?:backs?|spine|legs?|nerves?|nerve roots?|dis[ck]s?|muscles?|hips?|core|trunk"
    r"|joints?|hamstrings?|thighs?|buttocks?|knees?|body)"
)
ABILITY = (
    r"(?:mobility|flexibility|strength|balance|posture|function\w*|movement|fitness"
    r"|endurance|stamina|sleep|recovery|daily life|circulation|blood flow"
    r"|range of motion|health(?! plan| record| data| service| insurance))"
)
LESSENS = (
    r"(?:eas(?:es?|ed|ing)|reliev(?:es?|ed|ing)|reduc(?:es?|ed|ing)|lessen\w*"
    r"|decreas(?:es?|ed|ing)|sooth(?:es?|ed|ing)|treat(?:s|ed|ing)?"
    r"|prevent(?:s|ed|ing)?|fights?|melts?|relax(?:es|ed|ing)?|unload(?:s|ed|ing)?"
    r"|loosen(?:s|ed|ing)?|releas(?:es?|ed|ing)|settl(?:es?|ed|ing)|calms|calmed"
    r"|(?:takes?|took) away|gets? rid of|wards? off|keeps? away)"
)
# These are adjectives too: "a calm leg", "the lower back".
LESSENS_A = (
    r"(?:calm|calming|quiets?|lower(?:s|ed)?|cuts?|frees?(?: up)?)\s+(?:your|the|an?)"
)
BETTERS = (
    r"(?:improv(?:es?|ed|ing)|increas(?:es?|ed|ing)|boost(?:s|ed|ing)?"
    r"|strengthen(?:s|ed|ing)?|restor(?:es?|ed|ing)|protect(?:s|ed|ing)?"
    r"|builds?(?: up)?|building|rebuild\w*|promot(?:es?|ed|ing)"
    r"|enhanc(?:es?|ed|ing)|maintain(?:s|ed|ing)?|nourish(?:es)?)"
)
DEED = (
    r"(?:stand|sit|walk|climb|lift|carry|sleep|move|bend|work|relax|recover|cope|feel"
    r"|heal|return|keep (?:doing|going|moving|active)|get (?:up|around|better|well)"
    r"|stay (?:active|strong|mobile)|do (?:more|things))"
)
WELL = (
    r"(?:better|looser|lighter|freer|stronger|calmer|fitter|steadier|suppler|healthy"
    r"|healthier|strong|flexible|mobile|supple|pain[- ]free"
    r"|(?:more|less) (?:flexible|mobile|supple|stable|tight|stiff|sore|painful|tense))"
)
MOVING = (
    r"(?:it|this|these|exercis\w+|mov(?:ing|ements?)|walk(?:s|ing)|stretch\w*|bending"
    r"|bridges?|press-ups?|back bends?|staying active|activity|program|stepwell)"
)
CAN = r"(?:(?:can|may|might|could|will|does|often|usually|really|also|soon)\s+)*"
LITTLE = r"(?:much |a little |a lot |clearly )?"


def either(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


OF_TROUBLE = either(
    rf"{LESSENS}\s+{NEAR}(?:{TROUBLE}|pressure)\b",
    rf"{LESSENS_A}\s+{NEAR}{TROUBLE}\b",
    rf"{TROUBLE}\s+{CAN}(?:eases|eased|drops?|dropped|fades?|faded|settles|settled"
    r"|calms?|goes away|improves|melts away|disappears|comes down)\b",
    rf"(?:less|fewer|reduced)\s+{NEAR}(?:{TROUBLE}|trouble)\b",
    r"less likely to\b",
    rf"(?:good|great|best|excellent|ideal|effective|beneficial|works?(?: well| best)?)"
    rf"\s+(?:for|against)\s+{NEAR}{TROUBLE}\b",
    rf"hurts?\s+{LITTLE}less\b",
)
# In an instruction these are things to do: "Relax your back", "let your arms help".
OF_BODY = either(
    rf"{LESSENS}\s+{NEAR}{BODY}\b",
    rf"{LESSENS_A}\s+{NEAR}{BODY}\b",
    rf"{BETTERS}\s+{NEAR}(?:{BODY}|{ABILITY})\b",
    r"(?<!get )(?<!need )(?<!for )(?<!['’]s )help(?:s|ed|ing)?\s+"
    r"(?:(?:with|against|you|your|people|them|the|a|some|to|of|from)\s+)*"
    rf"{NEAR}(?:{TROUBLE}|{BODY}|{ABILITY}|{DEED})\b",
    rf"(?<!what ){MOVING}\s+{CAN}help(?:s|ed)?(?=\s*(?:[.,!]|$|a |most |many |best ))",
    r"(?:mak(?:es?|ing)|made|keep(?:s|ing)|kept|leav(?:es|ing)|left)\s+"
    rf"{NEAR}(?:{BODY}|you|people|them)\s+(?:feel\s+|move\s+)?{WELL}\b",
    rf"(?:feels?|grows?|gets?|becomes?)\s+{LITTLE}{WELL}\s+"
    r"(?:with|after|from|thanks to|when)\b",
    rf"{BODY}\s+{CAN}(?:eases|eased|calms|calmed|grows? calmer|improves"
    rf"|(?:gets?|feels?|grows?|becomes?)\s+{LITTLE}{WELL})\b",
    rf"(?:good|great|best|excellent|ideal|healthy)\s+for\s+{NEAR}(?:{BODY}|{ABILITY})\b",
    rf"benefits?\s+(?:of|from)\s+{NEAR}{MOVING}\b",
    r"(?:you|people|they|backs?|legs?|nerves?)\s+(?:will|can|may)\s+benefit\b",
    rf"(?:did|do|does|worked|works)\s+{LITTLE}(?:better|best)\b",
    rf"stronger\s+{NEAR}{BODY}\b",
)
# What stands behind these is a case, or the person's own state, and no promise.
CASE = re.compile(
    r"\b(?:if|whether|when|until|unless|once|while|as|how|what|where|which)\b",
    re.IGNORECASE,
)
FINDING_OUT = re.compile(
    r"\bhelp(?:s|ed)?\b.{0,20}\b(?:find|see|know|tell|decide|choose|notice|learn|check"
    r"|plan|remember|understand)\b",
    re.IGNORECASE,
)
BY_A_THING = re.compile(
    r"\b(?:straps?|towels?|walls?|chairs?|counters?|cushions?|pillows?|hands?|arms?"
    r"|elbows?|sticks?|steps?|therapists?|clinicians?|doctors?)\s+(?:can |may |will )*$",
    re.IGNORECASE,
)
# As a command at the head of a clause these are things to do.
TO_DO = re.compile(
    r"(?:relax|loosen|ease|release|free|build|increase|maintain|protect|calm|settle"
    r"|lower|cut|quiet|keep|leave|make|help)\b",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"(?:^|[,;:–—]|\b(?:and|or|then|now|also|gently|slowly))\s*$", re.IGNORECASE
)

ALL = (OF_TROUBLE, OF_BODY)
IN_INSTRUCTIONS = (OF_TROUBLE,)


def benefits_in(
    text: str, patterns: Iterable[re.Pattern[str]] = ALL
) -> Iterator[tuple[str, str]]:
    """Each sentence that promises a benefit, with its citations, and its words."""
    for cited in cited_sentences(text):
        plain = CITATION.sub("", cited).rstrip("\"'”’)* ")
        words = next(promises(plain, patterns), "")
        if words and not plain.endswith("?"):
            yield cited, words


def promises(sentence: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[str]:
    for clause in clauses(sentence):
        for pattern in patterns:
            for words in asserted(clause, pattern):
                if is_promise(clause, clause[: clause.index(words)], words, pattern):
                    yield words


def is_promise(clause: str, before: str, words: str, pattern: re.Pattern[str]) -> bool:
    if CASE.search(before) or FINDING_OUT.search(clause):
        return False
    if pattern is OF_TROUBLE:
        return True
    is_command = TO_DO.match(words) and HEAD.search(before)
    return not is_command and not BY_A_THING.search(before)
