"""The addresses of assessments, under the language."""

from django.urls import path

from assessment import preview, views

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
    path("assessments/<uuid:uuid>/report/today/", views.report_today, name="report-today"),
    path("assessments/<uuid:uuid>/report.json", views.report_file, name="report-json"),
    path("assessments/<uuid:uuid>/delete/", views.delete, name="delete"),
    path("preview/roles/<slug:code>/", preview.role, name="preview-role"),
    path("preview/roles/<slug:role>/<str:code>/", preview.questionnaire, name="preview-questionnaire"),
    path("preview/skills/<str:code>/", preview.skill, name="preview-skill"),
    path("assessments/<uuid:uuid>/<str:code>/", views.questionnaire, name="questionnaire"),
]
