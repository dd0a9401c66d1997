from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from portal.plans.models import Sponsor, SponsorAlias
from portal.plans.search import index


@receiver(post_save, sender=Sponsor)
def index_sponsor(instance: Sponsor, raw: bool, **_signal: Any) -> None:
    if not raw:
        index(instance)


@receiver([post_save, post_delete], sender=SponsorAlias)
def index_alias(instance: SponsorAlias, raw: bool = False, **_signal: Any) -> None:
    if raw:
        return
    for sponsor in Sponsor.objects.filter(pk=instance.sponsor_id):
        index(sponsor)
