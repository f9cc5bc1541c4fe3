"""The addresses of assessments, under the language."""

from django.urls import path

from assessment import preview
from assessment.views import assessments, home, reports

urlpatterns = [
    path("", home.home, name="home"),
    path("roles/<slug:code>/", home.role_sheet, name="role"),
    path("privacy/", home.privacy, name="privacy"),
    path("start/", assessments.start, name="start"),
    path("resume/<str:token>/", assessments.resume, name="resume"),
    path("deleted/", assessments.deleted, name="deleted"),
    path("assessments/<uuid:uuid>/later/", assessments.later, name="later"),
    path("assessments/<uuid:uuid>/review/", assessments.review, name="review"),
    path("assessments/<uuid:uuid>/report/", reports.report, name="report"),
    path("assessments/<uuid:uuid>/report/today/", reports.report_today, name="report-today"),
    path("assessments/<uuid:uuid>/report.json", reports.report_file, name="report-json"),
    path("assessments/<uuid:uuid>/delete/", assessments.delete, name="delete"),
    path("preview/roles/<slug:code>/", preview.role, name="preview-role"),
    path("preview/roles/<slug:role>/<str:code>/", preview.questionnaire, name="preview-questionnaire"),
    path("preview/skills/<str:code>/", preview.skill, name="preview-skill"),
    path("assessments/<uuid:uuid>/<str:code>/", assessments.questionnaire, name="questionnaire"),
]
