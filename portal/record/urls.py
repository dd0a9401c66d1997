from django.urls import path

from portal.record import views

app_name = "record"
urlpatterns = [
    path("record/", views.record, name="record"),
    path("record/export.json", views.export_json, name="export_json"),
    path("record/export.fhir.json", views.export_fhir, name="export_fhir"),
    path("record/export.csv", views.export_csv, name="export_csv"),
    path("record/export.html", views.export_html, name="export_html"),
    path("me/erase/", views.erase, name="erase"),
    path("me/erase/undo/", views.erase_undo, name="erase_undo"),
    path(
        "record/erased/<slug:receipt>/", views.erasure_receipt, name="erasure_receipt"
    ),
    path("record/schema.json", views.record_schema, name="record_schema"),
    path("record/import/", views.record_import, name="record_import"),
    path(
        "record/import/<uuid:upload>/",
        views.record_import_detail,
        name="record_import_detail",
    ),
    path("record/tables/<slug:table>/", views.record_table, name="record_table"),
    path("shared/<slug:token>/", views.shared, name="shared"),
    path("record/shares/", views.share_list, name="share_list"),
    path("record/shares/new/", views.share_new, name="share_new"),
    path("record/shares/<uuid:share>/", views.share_detail, name="share_detail"),
]
