"""The addresses of assessments, under the language."""

from django.urls import path

from assessment import preview
from assessment.views import assessments, files, home, overview, reports, shares

urlpatterns = [
    path("", home.home, name="home"),
    path("roles/<slug:code>/", home.role_sheet, name="role"),
    path("overview/", overview.overview, name="overview"),
    path("overview.csv", overview.overview_file, name="overview-csv"),
    path("privacy/", home.privacy, name="privacy"),
    path("start/", assessments.start, name="start"),
    path("resume/<str:token>/", assessments.resume, name="resume"),
    path("deleted/", assessments.deleted, name="deleted"),
    path("assessments/<uuid:uuid>/later/", assessments.later, name="later"),
    path("assessments/<uuid:uuid>/review/", assessments.review, name="review"),
    path("assessments/<uuid:uuid>/report/", reports.report, name="report"),
    path("assessments/<uuid:uuid>/report/today/", reports.report_today, name="report-today"),
    path("assessments/<uuid:uuid>/report.pdf", files.report_file, {"form": "pdf"}, "pdf-file"),
    path("assessments/<uuid:uuid>/report.xlsx", files.report_file, {"form": "xlsx"}, "xlsx-file"),
    path("assessments/<uuid:uuid>/report.csv", files.report_file, {"form": "csv"}, "csv-file"),
    path("assessments/<uuid:uuid>/report.json", files.report_file, {"form": "json"}, "json-file"),
    path("assessments/<uuid:uuid>/resume.json", files.report_file, {"form": "resume"}, "resume-file"),
    path("assessments/<uuid:uuid>/plan/", reports.plan, name="plan"),
    path("assessments/<uuid:uuid>/shares/", shares.shares, name="shares"),
    path("assessments/<uuid:uuid>/shares/<uuid:share>/revoke/", shares.revoke, name="share-revoke"),
    path("assessments/<uuid:uuid>/notes/", shares.share_notes, name="share-notes"),
    path("shared/<str:token>/", shares.shared, name="shared"),
    path("assessments/<uuid:uuid>/delete/", assessments.delete, name="delete"),
    path("preview/roles/<slug:code>/", preview.role, name="preview-role"),
    path("preview/roles/<slug:role>/<str:code>/", preview.questionnaire, name="preview-questionnaire"),
    path("preview/skills/<str:code>/", preview.skill, name="preview-skill"),
    path("assessments/<uuid:uuid>/<str:code>/", assessments.questionnaire, name="questionnaire"),
]
