"""All addresses: pages under the language, the rest without."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from careerquiz import views

urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.figures, name="metrics"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("admin/language/", views.choose_language, name="set-language"),
    path("admin/catalogue/", include("assessment.admin.urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("accounts/", include("profiles.urls")), path("", include("assessment.urls"))),
]

handler400 = "careerquiz.views.bad_request"
handler429 = "careerquiz.limits.too_many_attempts"  # which django-allauth looks for
handler500 = "careerquiz.outage.server_error"
