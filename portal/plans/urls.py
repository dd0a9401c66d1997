from django.urls import path

from portal.plans import views
from portal.plans.checking.help import help_ask, help_request_detail
from portal.plans.checking.inviting import join, join_by_code

app_name = "plans"
urlpatterns = [
    path("coverage/", views.coverage_search, name="coverage_search"),
    path("coverage/ask/", views.coverage_ask, name="coverage_ask"),
    path("coverage/<slug:slug>/", views.sponsor_detail, name="sponsor_detail"),
    path("coverage/<slug:slug>/check/", views.coverage_check, name="coverage_check"),
    path("coverage/<slug:slug>/help/", help_ask, name="help_ask"),
    path("join/", join_by_code, name="join_by_code"),
    path("join/<slug:code>/", join, name="join"),
    path(
        "me/coverages/<uuid:coverage>/", views.coverage_detail, name="coverage_detail"
    ),
    path(
        "me/requests/<uuid:help_request>/",
        help_request_detail,
        name="help_request_detail",
    ),
]
