from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from exercises.archives.bringing import bring
from exercises.archives.deciding import plan_of
from exercises.archives.exporting import exported
from exercises.archives.packing import write_folder, write_zip
from exercises.archives.plan import Outcome, Plan
from exercises.archives.reading import read
from exercises.archives.unpacking import unpacked
from exercises.shipping import ContentError
from portal.accounts.models import Member

type Say = Callable[[str], object]


class Command(BaseCommand):
    help = "Takes all content out, brings it in, and checks it: one archive of files."

    def add_arguments(self, parser: CommandParser) -> None:
        deeds = parser.add_subparsers(dest="deed", required=True)
        export = deeds.add_parser("export", help="writes all content into an archive")
        export.add_argument("path", type=Path, metavar="FILE.zip or FOLDER")
        bringing = deeds.add_parser("import", help="brings an archive in, or nothing")
        bringing.add_argument("path", type=Path, metavar="FILE.zip or FOLDER")
        bringing.add_argument("--dry-run", action="store_true", help="only shows it")
        bringing.add_argument(
            "--by", metavar="E-MAIL", help="in whose name: all comes in as drafts"
        )
        check = deeds.add_parser("check", help="checks an archive, or what is here")
        check.add_argument("path", type=Path, nargs="?", metavar="FILE.zip or FOLDER")

    def handle(self, *args: Any, **options: Any) -> None:
        deeds: dict[str, Callable[..., None]]
        deeds = {"export": self.export, "import": self.bring, "check": self.look_over}
        try:
            deeds[options["deed"]](**options)
        except (ContentError, OSError) as error:
            raise CommandError(f"Nothing was changed.\n{error}") from error

    def export(self, path: Path, **_options: Any) -> None:
        files = exported()
        write = write_zip if path.suffix == ".zip" else write_folder
        write(files, path)
        self.stdout.write(f"{len(files)} files in {path}.")

    def bring(self, path: Path, dry_run: bool, by: str | None, **rest: Any) -> None:
        files, member = unpacked(path), member_of(by)
        plan = plan_of(files, member) if dry_run else bring(files, member)
        each = rest["verbosity"] > 1
        tell(plan, self.stdout.write, each=each, lines=dry_run)
        if plan.problems:
            raise CommandError("It cannot come in.\n" + "\n".join(plan.problems))
        self.stdout.write("Nothing was changed." if dry_run else "It is in.")

    def look_over(self, path: Path | None, **_options: Any) -> None:
        reading = read(unpacked(path) if path else exported())
        found = sorted([*reading.problems, *reading.remarks])
        if found:
            self.stdout.write("\n".join(found))
            raise CommandError(f"{len(found)} to mend.")
        self.stdout.write(f"{len(reading.entries)} files, and nothing to mend.")


def member_of(email: str | None) -> Member | None:
    if email is None:
        return None
    member = Member.objects.filter(email__iexact=email, is_active=True).first()
    if member is None:
        raise CommandError("Nobody has this e-mail.")
    return member


def tell(plan: Plan, say: Say, *, each: bool, lines: bool) -> None:
    for step in plan.steps:
        if each or step.note or step.outcome != Outcome.SAME:
            say(" ".join(f"{step.outcome:10} {step.name} {step.note}".split()))
        for line in step.diff if lines else []:
            say(f"    {line}")
    for remark in plan.remarks:
        say(f"to mend {remark}")
    say(", ".join(f"{number} {outcome}" for outcome, number in plan.counts))
