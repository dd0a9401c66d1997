"""Violations that a page's checklist has to catch, and look-alikes that it must not.

Each is a place on a page and what stands there, written by hand as staff might.
"""

from collections.abc import Callable
from typing import Any

from exercises.models import Picture, SafetyQuestion
from exercises.writing import Kind
from tests.exercises.whole_pages import make_pause, make_section, make_statement
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

type Case = tuple[str, str]
CALM = "Lie down and breathe."


def of_exercise(field: str) -> Callable[[str], Any]:
    return lambda text: make_exercise(**{field: text})


def with_part(relation: str, **fields: Any) -> Callable[[str], Any]:
    def page(text: str) -> Any:
        exercise = make_exercise(figure="bridge")
        getattr(exercise, relation).create(text=text, **fields)
        return exercise

    return page


def with_caption(text: str) -> Any:
    exercise = make_exercise(figure="bridge")
    exercise.steps.create(text=CALM, frame=0, caption=text)
    return exercise


def with_photo(text: str) -> Any:
    picture = Picture.objects.create(
        width=4, height=3, description=text, author="Us", people_agreed=True
    )
    return make_exercise(picture=picture)


def with_statement(text: str) -> Any:
    return make_statement(exercise=make_exercise(), text=text).exercise


def with_grade(text: str) -> Any:
    """A statement that has all a statement needs; key long2004."""
    graded = {"certainty": "low", "in_sciatica": "yes"}
    exercise = make_exercise()
    make_statement("long2004", exercise=exercise, text=text, **graded)
    return exercise


def beside_grade(text: str) -> Any:
    exercise = with_grade("Leg pain was lower after 8 weeks.")
    exercise.body = text
    exercise.save()
    return exercise


def in_guide(field: str) -> Callable[[str], Any]:
    return lambda text: make_section(make_guide(), **{field: text}).guide


def with_pause(text: str) -> Any:
    return make_pause(make_section(make_guide()), why=text).section.guide


def with_sign(text: str) -> Any:
    section = make_section(make_guide())
    section.help_items.create(level="urgent", text=text)
    return section.guide


def in_phase(field: str) -> Callable[[str], Any]:
    return lambda text: make_phase(make_program(), **{field: text}).program


def with_note(text: str) -> Any:
    return make_prescription(make_phase(make_program()), note=text).phase.program


def with_hint(text: str) -> Any:
    return SafetyQuestion.objects.create(
        key="ces_bladder", topic="cauda-equina", text="Is peeing new?", hint=text
    )


PLACES: dict[str, Callable[[str], Any]] = {
    "title": of_exercise("title"),
    "summary": of_exercise("summary"),
    "body": of_exercise("body"),
    "dose note": of_exercise("dose_note"),
    "step": with_part("steps"),
    "easier": with_part("variations", kind="easier"),
    "stop if": with_part("cautions", kind="stop-if"),
    "do not": with_part("cautions", kind="do-not"),
    "caption": with_caption,
    "photo": with_photo,
    "statement": with_statement,
    "graded": with_grade,
    "beside": beside_grade,
    "heading": in_guide("heading"),
    "section": in_guide("body"),
    "why": with_pause,
    "sign": with_sign,
    "aim": in_phase("aim"),
    "if not": in_phase("if_not"),
    "note": with_note,
    "hint": with_hint,
    "found": lambda text: make_reference(found=text),
}


PLANTED: dict[Kind, list[Case]] = {
    Kind.FORBIDDEN: [
        ("title", "The move that cures sciatica"),
        ("summary", "It puts a slipped disc back."),
        ("body", "Do it daily. It is safe for everyone."),
        ("step", "Push up until the disc goes back into place."),
        ("easier", "This is clinically proven to work."),
        ("do not", "Do not rest: resting delays healing."),
        ("statement", "Centralization proves that the disc is healing."),
        ("why", "It causes wear and tear."),
        ("note", "Recommended by NICE."),
        ("found", "The exercises prevent surgery."),
        ("dose note", "Take ibuprofen first if it is sore."),
    ],
    Kind.UNCITED: [
        ("title", "Relieve your sciatica in 5 minutes"),
        ("summary", "A gentle stretch that eases leg pain."),
        ("body", "Many people stop. Walking improves your sleep. So keep on."),
        ("section", "Moving helps you get back to the things you love."),
        ("statement", "Trunk exercise eased pain more than a machine."),
        ("heading", "How walking works. It strengthens your back."),
        ("dose note", "Twice a day loosens a stiff back."),
        ("why", "Leaving it out reduces tingling."),
        ("note", "It makes your legs stronger."),
        ("step", "Hold. This relieves pain in your leg."),
        ("body", "It does not hurt, and it soothes an irritated nerve."),
        ("if not", "Rest a day. Your pain eases, and you start again."),
    ],
    Kind.UNGRADED: [
        ("body", "It eases leg pain [@may2018]."),
        ("beside", "It eases leg pain [@may2018]."),
        ("summary", "Walking reduces stiffness [@dahm2010]."),
        ("section", "Exercise helps a little [@fernandez2015]."),
        ("section", "It improves flexibility [@nunez-de-arenas2025]. So try it."),
        ("beside", "People did better with it [@albert2012b]."),
        ("beside", "It calms your leg.[@long2005] Then it stops."),
        ("why", "Leaving it out eased pain in 1 trial [@snook1998]."),
        ("note", "It builds strength [@franca2019]."),
        ("body", "- It boosts mobility [@george2021]\n- Rest after it."),
    ],
    Kind.UNKIND: [
        ("body", "You should do this every day."),
        ("summary", "Shoulders down. You shouldn't stop early."),
        ("step", "Your knee ought to be straight."),
        ("if not", "You failed this stage. Try again."),
        ("note", "No excuses on a busy day."),
        ("section", "Your pain comes from bad posture."),
        ("dose note", "No pain, no gain."),
        ("hint", "People who suffer from sciatica say yes."),
        ("easier", "The lazy way: keep both feet on the floor."),
        ("body", "If you missed 3 days, it is your own fault."),
        ("why", "You forgot to warm up, and now it hurts."),
    ],
    Kind.UNSEEN: [
        ("photo", "IMG_2041.JPG"),
        ("photo", "picture"),
        ("photo", "Photo of the exercise"),
        ("photo", "bridge-final.png"),
        ("photo", "-"),
        ("photo", "DSC0042"),
        ("photo", "Image 1"),
        ("caption", ""),
        ("caption", "Start"),
        ("caption", "Step 1, picture"),
        ("photo", "Screenshot 2026-11-02"),
    ],
    Kind.LONG_STEP: [
        ("step", text)
        for text in (
            "Lie on your back, bend your knees, put your feet flat, brace your tummy, lift your hips, hold them there and breathe out slowly.",
            "Stand tall with your feet apart. Put your hands on your hips. Lean back as far as you like. Wait a little. Come up.",
            "Go onto your hands and knees with your hands under your shoulders and your knees under your hips, then round your back up.",
            "Sit on a chair. Cross one ankle over the other knee. Keep your back long. Tip forward. Hold for 20 seconds. Change sides.",
            "Breathe in. Breathe out. Breathe in again. Now lift one leg, and then the other leg, and hold both for 5 seconds.",
            "Hold the strap with both hands and let your elbows rest on the floor while you straighten the knee as far as feels fine.",
            "Push through your feet, stand up tall, wait for 1 breath, then sit down slowly until you touch the chair, and go again.",
            "Slide 1 heel away along the mat until the leg is almost straight, and slide it back while your hips stay quite still.",
            "Put 1 hand on the wall. Lift the knee on that side. Hold it with the other hand. Stand tall. Count to 10. Lower it.",
            "Lie face down, then put your elbows under your shoulders, then let your chest rise, then let your back go soft, and then breathe.",
        )
    ],
    Kind.LONG_SENTENCE: [
        (place, text)
        for place, text in (
            (
                "body",
                "If your leg feels the same or better after you have done this for a few days then you can try the next step.",
            ),
            (
                "summary",
                "A stretch for the back of your thigh that you can do at home in bed at work or while you wait for a bus.",
            ),
            (
                "dose note",
                "Begin with 2 sets of 8 and then add 1 or 2 more each day until you can do 3 sets of 12 with ease.",
            ),
            (
                "easier",
                "Put a cushion under your hips and another one under your head and keep both of your knees bent while you lift only one arm.",
            ),
            (
                "stop if",
                "you feel a pinch in your groin or a pain in your knee or a tingle in your foot that stays after you have stopped",
            ),
            (
                "section",
                "First.\n\nThis list is what people in clinics think is wise and what some small studies in laboratories have shown about the load on backs.",
            ),
            (
                "why",
                "They bend your back all the way and they pull on the back of your leg at the same time and they do so under load.",
            ),
            (
                "sign",
                "you have had a fever or chills in the last days or you feel very unwell and your back hurts more at night than by day",
            ),
            (
                "if not",
                "Stay in this stage for up to 4 weeks and if it is still not time to move on by then talk with a clinician.",
            ),
            (
                "hint",
                "For example it is harder to stand on your heels or on your toes or your foot slaps on the floor when you walk.",
            ),
            (
                "found",
                "In the group that walked the next bad spell came later than in the other group and this was seen in both men and women.",
            ),
        )
    ],
    Kind.HARD: [
        (
            "body",
            "Individualised rehabilitation programmes incorporating progressive strengthening demonstrate considerable variability. Practitioners recommend comprehensive assessment beforehand. Contraindications include inflammatory conditions, osteoporotic fractures, neurological deterioration and uncontrolled hypertension. Consultation remains necessary. Professional supervision facilitates appropriate adaptation throughout subsequent phases.",
        ),
        (
            "section",
            "Conservative management encompasses education, physiotherapy and pharmacological treatment. Multidisciplinary approaches integrate psychological components. Accumulating evidence regarding effectiveness remains inconclusive because methodological limitations predominate throughout published investigations. Recommendations therefore emphasise individual preferences.",
        ),
        (
            "summary",
            "Neurodynamic mobilisation techniques facilitate longitudinal excursion of peripheral neural structures. Gradual progression accommodates individual irritability. Practitioners typically prescribe repetitive oscillatory movements throughout comfortable ranges, avoiding sustained elongation whenever symptoms appear.",
        ),
        (
            "graded",
            "Participants undertaking supervised rehabilitation demonstrated statistically significant improvements regarding disability questionnaires compared with individuals receiving educational interventions. Nevertheless, differences diminished considerably throughout subsequent assessments, suggesting limited longer-term superiority overall. Investigators acknowledged considerable uncertainty.",
        ),
        (
            "step",
            "Simultaneously contracting abdominal musculature, progressively elevate the pelvis, maintaining neutral lumbopelvic alignment. Throughout repetitions, ensure continuous diaphragmatic respiration. Subsequently, gradually return towards the initial starting position, controlling eccentric descent throughout every repetition performed.",
        ),
        (
            "do not",
            "Repetitive end-range lumbar flexion substantially increases intradiscal pressure. Simultaneously, neural structures experience considerable longitudinal tension. Consequently, symptomatic individuals frequently report exacerbations following extended forward-bending activities, particularly immediately after awakening during early recovery.",
        ),
        (
            "found",
            "Heterogeneous interventions, inconsistent outcome definitions and inadequate randomisation procedures substantially complicated interpretation. Consequently, investigators considered available evidence insufficient. Additional adequately powered investigations incorporating standardised measurements are therefore considered absolutely necessary.",
        ),
        (
            "section",
            "Continue participating at your individually appropriate intensity. Additional consultation becomes advisable whenever neurological symptoms deteriorate. Practitioners evaluate musculoskeletal function comprehensively, differentiating mechanical presentations from potentially serious underlying pathological conditions requiring investigation.",
        ),
        (
            "easier",
            "Recommended repetitions correspond approximately with established physiological conditioning guidelines. Individual adaptation requirements necessitate gradual intensification. Practitioners occasionally recommend additional recovery intervals whenever considerable delayed-onset muscular soreness accompanies preceding exercise sessions.",
        ),
        (
            "stop if",
            "Unexplained neurological deterioration encompasses progressive muscular weakness, altered sensation and diminished coordination. Individuals experiencing genitourinary disturbances require immediate emergency assessment. Accompanying bilateral radiculopathy substantially increases suspicion regarding cauda equina compression.",
        ),
    ],
}

LOOK_ALIKES: dict[Kind, list[Case]] = {
    Kind.FORBIDDEN: [
        ("body", "No exercise is known to cure sciatica."),
        ("summary", "It does not put a disc back."),
        ("section", "Nothing here replaces your doctor."),
        ("section", "Most people heal in time, and nobody knows how long it takes."),
        ("why", "It is not safe for everyone."),
        ("sign", "you take steroids, or pain pills stop helping"),
        ("body", "Ask your doctor or pharmacist before you take ibuprofen."),
        ("step", "Push your hips back and keep your spine long."),
        ("found", "The trial did not show that surgery was prevented."),
        ("note", "Move your back slowly, then rest in bed."),
        ("dose note", "Fix your eyes on 1 spot."),
    ],
    Kind.UNCITED: [
        ("body", "Relax your shoulders and let your back rest."),
        ("step", "Help your leg up with both hands. Relax your back."),
        ("body", "If it eases your leg, do it again tomorrow."),
        ("stop if", "walking hurts your legs, and sitting eases the pain"),
        ("body", "It may help you find out if bending back suits you."),
        ("body", "No study listed here shows that it eases sciatica."),
        ("body", "Does the pain ease when you sit?"),
        ("summary", "Moves your lower back gently both ways."),
        ("graded", "Trunk exercise eased pain more than a machine."),
        ("aim", "Build strength and ease your leg pain."),
        ("section", "A physical therapist can help you plan. Get help with pain."),
        ("easier", "Use a strap. It helps you reach your foot."),
        ("found", "Walking reduced pain in 40 people."),
        ("note", "Fewer times a day as your leg settles."),
        ("body", "Let a wall help you stand. A pillow helps your back rest."),
    ],
    Kind.UNGRADED: [
        ("beside", "It eases leg pain [@long2004]."),
        ("beside", "It eases leg pain.[@long2004] It is easy."),
        ("beside", "It eases leg pain [@may2018][@long2004]."),
        ("body", "The amounts follow an advice page [@spine-health]."),
        ("body", "It did not ease pain in 1 trial [@plaza-manzano2020]."),
        ("section", "The list is expert opinion [@wilke1999]."),
        ("why", "It loads your back [@axler1997]."),
        ("graded", "It eases leg pain [@may2018]."),
        ("found", "It eased pain, as in a trial before [@long2004]."),
        ("section", "Warning signs come from health pages [@nhs-111-wales]."),
    ],
    Kind.UNKIND: [
        ("step", "Put your hands under your shoulders."),
        ("body", "Missed days are fine: pick up where you are."),
        ("section", "It is not your fault, and nobody is to blame."),
        ("sign", "it began after a bad fall, crash or blow"),
        ("why", "It is a hard position for a sore leg."),
        ("note", "Skip it on a busy day."),
        ("if not", "If a set fails, do fewer."),
        ("hint", "Ignore a mild ache that has long been there."),
        ("body", "You can forget the numbers and go by feel."),
        ("do not", "do not push through pain"),
        ("dose note", "30 minutes is an aim, not a must."),
    ],
    Kind.UNSEEN: [
        ("photo", "A woman lies on her back with her knees bent."),
        ("photo", "Hands and knees, back level"),
        ("photo", "Lying on the left side, knees bent"),
        ("photo", "Knees bent over the hips"),
        ("photo", "Start: elbows under the shoulders"),
        ("caption", "Arms up, knees bent."),
        ("caption", "Chin down, knee bent."),
        ("caption", "Hold on. 1 heel ahead, toes up."),
        ("caption", "Hips up."),
        ("step", "A step without a picture needs no caption."),
    ],
    Kind.LONG_STEP: [
        ("step", "Lie down. Bend your knees."),
        ("step", "Breathe out and push with your arms. Your chest rises. Stop there."),
        ("step", "Hold for 20 to 30 seconds and breathe. Then change sides."),
        (
            "step",
            "Go onto your hands and knees. Hands under shoulders, knees under hips.",
        ),
        (
            "step",
            "Lie face down with your legs straight. Put your hands under your shoulders. Let your buttocks go soft now, slowly.",
        ),
        ("step", "Wait 1 to 2 seconds [@spine-health]."),
        ("easier", " ".join(["Sit on a chair."] * 6)),
        ("body", " ".join(["Sit on a chair."] * 20)),
        ("stop if", "it moves farther down your leg and stays there"),
        ("caption", "Reach out one leg and the other arm."),
    ],
    Kind.LONG_SENTENCE: [
        ("body", "Walk first. Then bend. Then rest. " * 5),
        ("section", "- one\n- two\n- three\n\n1. four\n2. five"),
        ("section", "## A heading that is long but no sentence\n\nWalk."),
        ("section", "::: care\nCall now.\n:::\n\nThen rest."),
        ("section", "See [the list of things to pause](/guides/sciatica/#pause) now."),
        ("summary", "Walk a little [@a1][@b2][@c3], then rest [@d4]."),
        (
            "body",
            "This is one sentence with exactly twenty words in it and that is still fine for all those who read.",
        ),
        ("sign", "you lose weight without trying, or no position eases the pain"),
        ("found", "It gave 0.72 of the risk (HR 0.72). It was small."),
        ("note", "2 to 3 times a day, up to 5 days a week."),
    ],
    Kind.HARD: [
        ("body", "Lie on your back with your knees bent. " * 5),
        ("section", "It often takes weeks. Many people feel better in 4 to 6. " * 3),
        ("summary", "Physiotherapeutic rehabilitation."),
        ("title", "Peripheralization and centralization"),
        ("caption", "Contralateral extension, ipsilateral flexion."),
        ("step", "Lie on your side. Put your elbow under your shoulder. Lift. " * 3),
        ("found", "Both groups got better. The trial was small. " * 4),
        ("hint", "It is harder to stand on your heels or on your toes. " * 3),
        ("if not", "Stay in this stage. Talk with a clinician if it gets worse. " * 3),
        ("why", "They bend your back again and again with load. " * 4),
    ],
}
