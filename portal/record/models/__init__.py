from portal.record.models.erasure import Erasure, ErasureReceipt
from portal.record.models.record_upload import RecordUpload
from portal.record.models.share_link import ShareLink

__all__ = ["Erasure", "ErasureReceipt", "RecordUpload", "ShareLink"]
