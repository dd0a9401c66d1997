from portal.record.views.bringing import record_import, record_import_detail
from portal.record.views.erasing import erase, erase_undo, erasure_receipt
from portal.record.views.mine import (
    export_csv,
    export_fhir,
    export_html,
    export_json,
    record,
    record_schema,
    record_table,
)
from portal.record.views.shared import shared
from portal.record.views.shares import share_detail, share_list, share_new

__all__ = [
    "erase",
    "erase_undo",
    "erasure_receipt",
    "export_csv",
    "export_fhir",
    "export_html",
    "export_json",
    "record",
    "record_import",
    "record_import_detail",
    "record_schema",
    "record_table",
    "share_detail",
    "share_list",
    "share_new",
    "shared",
]
