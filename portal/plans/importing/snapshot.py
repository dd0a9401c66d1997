"""A sponsor as it stood, in values that JSON holds."""

from typing import Any

from portal.plans.models import Sponsor, SponsorAlias, SponsorDomain

FIELDS = ("name", "slug", "kind", "places", "is_searchable", "parent_id")

type Snapshot = dict[str, Any]


def taken(sponsor: Sponsor) -> Snapshot:
    return {
        "pk": sponsor.pk,
        **{name: getattr(sponsor, name) for name in FIELDS},
        "aliases": list(sponsor.aliases.values_list("name", "is_former")),
        "domains": list(sponsor.domains.values_list("domain", flat=True)),
        "health_plans": list(sponsor.health_plans.values_list("pk", flat=True)),
    }


def put_back(snapshot: Snapshot) -> None:
    """Without a parent or a plan that has been deleted since."""
    sponsor = Sponsor.objects.get(pk=snapshot["pk"])
    for name in FIELDS:
        setattr(sponsor, name, snapshot[name])
    there = Sponsor.objects.filter(pk__in=[snapshot["parent_id"]])
    sponsor.parent_id = there.values_list("pk", flat=True).first()
    sponsor.save()
    name_anew(sponsor, dict(snapshot["aliases"]), snapshot["domains"])
    plans = Sponsor.objects.filter(pk__in=snapshot["health_plans"])
    sponsor.health_plans.set(plans)


def name_anew(sponsor: Sponsor, names: dict[str, bool], domains: list[str]) -> None:
    """These other names and domains, and no others. Saving each keeps search true."""
    sponsor.aliases.exclude(name__in=names).delete()
    sponsor.domains.exclude(domain__in=domains).delete()
    for name, is_former in names.items():
        SponsorAlias.objects.update_or_create(
            sponsor=sponsor, name=name, defaults={"is_former": is_former}
        )
    for domain in domains:
        SponsorDomain.objects.get_or_create(sponsor=sponsor, domain=domain)
