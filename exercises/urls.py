from django.urls import path

from exercises import views

app_name = "exercises"
urlpatterns = [
    path("guides/<slug:slug>/", views.guide_detail, name="guide_detail"),
    path("exercises/", views.exercise_list, name="exercise_list"),
    path("exercises/<slug:slug>/", views.exercise_detail, name="exercise_detail"),
    path("media/pictures/<slug:name>.webp", views.picture, name="picture"),
    path("programs/", views.program_list, name="program_list"),
    path("programs/<slug:slug>/", views.program_detail, name="program_detail"),
    path("programs/<slug:slug>/sheet/", views.program_sheet, name="program_sheet"),
    path("preview/<str:token>/", views.preview, name="preview"),
    path("references/", views.reference_list, name="reference_list"),
    path("references/<slug:key>/", views.reference_detail, name="reference_detail"),
]
