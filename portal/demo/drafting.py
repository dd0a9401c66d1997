"""A draft of the author's that waits for its review."""

from exercises.history import recorded
from exercises.models import Exercise
from exercises.publishing import send, working_draft, wrote
from portal.accounts.models import Member

SLUG = "hip-bridge"
SUMMARY = "You lift your hips. It works your buttocks and the back of your thighs."


def write_a_draft(author: Member) -> None:
    draft = working_draft(Exercise.objects.published().get(slug=SLUG), author)
    with recorded(author):
        draft.summary = SUMMARY
        wrote(draft, author)
    with recorded(author, "Send to review"):
        send(draft)
