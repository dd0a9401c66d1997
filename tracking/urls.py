from django.urls import path

from tracking import views

app_name = "tracking"
urlpatterns = [
    path("today/", views.today, name="today"),
    path("sessions/", views.session_list, name="session_list"),
    path("sessions/start/", views.session_start, name="session_start"),
    path("sessions/sheet/", views.session_sheet, name="session_sheet"),
    path("sessions/log/", views.session_log, name="session_log"),
    path("sessions/<uuid:session>/", views.session_detail, name="session_detail"),
    path("sessions/<uuid:session>/edit/", views.session_edit, name="session_edit"),
    path(
        "sessions/<uuid:session>/delete/", views.session_delete, name="session_delete"
    ),
    path(
        "sessions/<uuid:session>/play/<int:position>/",
        views.session_play,
        name="session_play",
    ),
    path(
        "sessions/<uuid:session>/play/<int:position>/stop/",
        views.session_stop,
        name="session_stop",
    ),
    path(
        "sessions/stops/<uuid:stop>/",
        views.stop_event_detail,
        name="stop_event_detail",
    ),
    path(
        "sessions/<uuid:session>/finish/", views.session_finish, name="session_finish"
    ),
    path(
        "sessions/<uuid:session>/report/<slug:moment>/",
        views.session_report,
        name="session_report",
    ),
    path("check-in/", views.check_in, name="check_in"),
    path(
        "check-in/<uuid:report>/edit/",
        views.symptom_report_edit,
        name="symptom_report_edit",
    ),
    path(
        "check-in/<uuid:report>/delete/",
        views.symptom_report_delete,
        name="symptom_report_delete",
    ),
    path("safety/", views.safety, name="safety"),
    path(
        "safety/<uuid:screen>/", views.safety_screen_detail, name="safety_screen_detail"
    ),
    path("care/", views.alert_list, name="alert_list"),
    path("care/<uuid:alert>/", views.alert_detail, name="alert_detail"),
    path("look-back/", views.look_back, name="look_back"),
    path("look-back/<uuid:look_back>/", views.look_back_edit, name="look_back_edit"),
    path("progress/", views.progress, name="progress"),
    path("progress/report/", views.progress_report, name="progress_report"),
    path(
        "me/enrollments/<uuid:enrollment>/",
        views.enrollment_detail,
        name="enrollment_detail",
    ),
    path(
        "me/enrollments/<uuid:enrollment>/phase/",
        views.enrollment_phase,
        name="enrollment_phase",
    ),
    path("me/moves/<uuid:move>/", views.phase_move_detail, name="phase_move_detail"),
    path("me/doses/", views.dose_change_list, name="dose_change_list"),
    path(
        "me/doses/<uuid:change>/", views.dose_change_detail, name="dose_change_detail"
    ),
    path("me/ticks/<uuid:tick>/", views.tick_detail, name="tick_detail"),
    path("me/flares/", views.flare_declare, name="flare_declare"),
    path("me/flares/<uuid:flare>/", views.flare_detail, name="flare_detail"),
    path("me/changes/<uuid:revision>/", views.revision_detail, name="revision_detail"),
    path(
        "me/enrollments/<uuid:enrollment>/track/", views.track_edit, name="track_edit"
    ),
    path("me/goals/", views.activity_goal_list, name="activity_goal_list"),
    path("me/week/", views.week_plan, name="week_plan"),
    path("me/goals/<uuid:goal>/", views.activity_goal_edit, name="activity_goal_edit"),
    path("me/week/<uuid:plan>/", views.week_plan_edit, name="week_plan_edit"),
    path(
        "me/directions/<uuid:trial>/",
        views.direction_trial_detail,
        name="direction_trial_detail",
    ),
]
