from django.urls import path

from portal.record import views

app_name = "record"
urlpatterns = [
    path("record/shares/<uuid:share>/", views.share_detail, name="share_detail"),
]
