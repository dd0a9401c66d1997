from django.urls import path

from portal.accounts import views

app_name = "accounts"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/consents/<uuid:consent>/", views.consent_detail, name="consent_detail"),
    path("me/access/", views.access_entry_list, name="access_entry_list"),
    path(
        "me/access/<uuid:entry>/", views.access_entry_detail, name="access_entry_detail"
    ),
]
