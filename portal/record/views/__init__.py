from portal.record.views.shares import share_detail

__all__ = ["share_detail"]
