from django.urls import path

from portal.accounts import views

app_name = "accounts"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/consents/<uuid:pk>/", views.consent_detail, name="consent_detail"),
    path("me/access/<uuid:pk>/", views.access_entry_detail, name="access_entry_detail"),
]
