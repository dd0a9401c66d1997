from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from portal.plans.models import SearchName, Sponsor, SponsorAlias, SponsorDomain
from portal.plans.search import index, rebuild, take_out


@receiver(post_save, sender=Sponsor)
def index_sponsor(instance: Sponsor, raw: bool, **_signal: Any) -> None:
    if not raw:
        index(instance)


@receiver(pre_delete, sender=Sponsor)
def take_out_sponsor(instance: Sponsor, **_signal: Any) -> None:
    take_out(instance)


@receiver([post_save, post_delete], sender=SponsorAlias)
@receiver([post_save, post_delete], sender=SponsorDomain)
def index_name(
    instance: SponsorAlias | SponsorDomain,
    raw: bool = False,
    origin: Any = None,
    **_signal: Any,
) -> None:
    """Not while its whole sponsor goes: that has been taken out before."""
    if raw or Sponsor in (type(origin), getattr(origin, "model", None)):
        return
    for sponsor in Sponsor.objects.filter(pk=instance.sponsor_id):
        index(sponsor)


def index_all(**_signal: Any) -> None:
    """After a migration made the index, of a directory that was there before."""
    if Sponsor.objects.searchable().exists() and not SearchName.objects.exists():
        rebuild()
