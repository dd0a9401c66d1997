from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from portal import views
from portal.welcome.views import welcome, welcome_step

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign, no-untyped-call]  # the documented way

urlpatterns = [
    path("", views.home, name="home"),
    path("what-sponsors-see/", views.what_sponsors_see, name="what_sponsors_see"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("help/", views.help, name="help"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("welcome/", welcome, name="welcome"),
    path("welcome/<slug:step>/", welcome_step, name="welcome_step"),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("", include("portal.accounts.urls")),
    path("", include("portal.plans.urls")),
    path("", include("exercises.urls")),
    path("", include("tracking.urls")),
    path("", include("portal.record.urls")),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
