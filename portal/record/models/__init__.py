from portal.record.models.share_link import ShareLink

__all__ = ["ShareLink"]
