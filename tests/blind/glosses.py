"""One line on each answer, since few people know a movement by its name alone."""

from exercises.figures import MOVEMENTS, START

WITHOUT_FIGURE = {
    "Lying on your side": "The body rests on one side, knees a little bent.",
    "Plank on the hands": "Hands and toes carry the straight body off the mat.",
    "Plank on the elbows": "Forearms and toes carry the straight body off the mat.",
    "Sit-up": "The shoulders and the back come up off the mat.",
    "Straight leg raise": "One straight leg is lifted off the mat.",
    "Sitting back on the heels": "The hips sink onto the heels, the arms reach forward.",
    "Clam, lying on the side": "Lying on one side. The top knee opens, the feet touch.",
    "Calf stretch at a wall": "Hands on a wall, one leg straight behind, heel down.",
    "Push-up at a wall": "Hands on a wall. The elbows bend and straighten.",
    "Push-up at a counter": "Hands on a counter. The elbows bend and straighten.",
    "Standing tall": "The body is upright and still.",
    "Lunge": "One big step ahead. Both knees bend and the hips sink.",
    "Marching on the spot": "One knee is lifted high, then the other.",
    "Climbing stairs": "One foot is on a higher stair than the other.",
    "Stepping up on a step": "One foot steps on a low step and the body rises.",
}

# Everyone stands at the end, and each step looks like the one before.
TOLD_BY_START = {
    key
    for key, movement in MOVEMENTS.items()
    if key.startswith(("sit-to-stand", "walk", "brace")) or movement.alone == START
} - {"sit-to-stand-slow"}


def gloss(key: str) -> str:
    if key not in MOVEMENTS:
        return WITHOUT_FIGURE[key]
    words = MOVEMENTS[key].words
    return words.start if key in TOLD_BY_START or not words.finish else words.finish
