"""Two values of one field, as the pages show them."""


def both(saved: str, typed: str, left: str = "Saved", right: str = "You typed") -> str:
    return "".join(
        f'<dd><span class="muted">{label}:</span> {words}</dd>'
        for label, words in ((left, saved), (right, typed))
    )


def then_and_now(then: str, now: str) -> str:
    return both(then, now, "Before", "Now")
