"""The addresses of assessments, under the language."""

from django.urls import path

from assessment import views

urlpatterns = [
    path("", views.home, name="home"),
    path("roles/<slug:code>/", views.role_sheet, name="role"),
    path("privacy/", views.privacy, name="privacy"),
    path("start/", views.start, name="start"),
    path("resume/<str:token>/", views.resume, name="resume"),
    path("deleted/", views.deleted, name="deleted"),
    path("assessments/<uuid:uuid>/later/", views.later, name="later"),
    path("assessments/<uuid:uuid>/review/", views.review, name="review"),
    path("assessments/<uuid:uuid>/report/", views.report, name="report"),
    path("assessments/<uuid:uuid>/report.json", views.report_file, name="report-json"),
    path("assessments/<uuid:uuid>/delete/", views.delete, name="delete"),
    path("assessments/<uuid:uuid>/<str:code>/", views.questionnaire, name="questionnaire"),
]
