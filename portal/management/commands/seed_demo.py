from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.people import PEOPLE, passwords
from portal.demo.seeding import seed


class Command(BaseCommand):
    help = "Makes the demo's people and their history, once. Needs DEMO=1."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo's people exist only where DEMO=1.")
        seed()
        known = passwords()
        for person in PEOPLE:
            self.stdout.write(
                f"{person.role:24}  {person.email:28}  {known[person.email]}"
            )
