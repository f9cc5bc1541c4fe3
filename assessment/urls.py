"""The addresses of assessments, under the language."""

from django.urls import include, path

from assessment import preview
from assessment.views import (
    assessments,
    data,
    files,
    home,
    mine,
    overview,
    plan,
    progress,
    questionnaire,
    reports,
    second_views,
    shares,
)

# One group, and the first asked: the number is read once, not anew for each address below it.
of_one_assessment = [
    path("name/", mine.rename, name="rename"),
    path("again/", mine.again, name="again"),
    path("join/", mine.join, name="join"),
    path("release/", mine.release, name="release"),
    path("later/", assessments.later, name="later"),
    path("review/", questionnaire.review, name="review"),
    path("report/", reports.report, name="report"),
    path("report/today/", reports.report_today, name="report-today"),
    path("report.pdf", files.report_file, {"form": "pdf"}, "pdf-file"),
    path("report.xlsx", files.report_file, {"form": "xlsx"}, "xlsx-file"),
    path("report.csv", files.report_file, {"form": "csv"}, "csv-file"),
    path("report.json", files.report_file, {"form": "json"}, "json-file"),
    path("resume.json", files.report_file, {"form": "resume"}, "resume-file"),
    path("data.json", data.assessment_data, name="assessment-data"),
    path("plan/", plan.plan, name="plan"),
    path("shares/", shares.shares, name="shares"),
    path("shares/<uuid:share>/revoke/", shares.revoke, name="share-revoke"),
    path("notes/", shares.share_notes, name="share-notes"),
    path("views/", second_views.views, name="views"),
    path("views/<uuid:view>/revoke/", second_views.revoke, name="view-revoke"),
    path("delete/", assessments.delete, name="delete"),
    path("<str:code>/", questionnaire.questionnaire, name="questionnaire"),
]

urlpatterns = [
    path("assessments/<uuid:uuid>/", include(of_one_assessment)),
    path("", home.home, name="home"),
    path("roles/<slug:code>/", home.role_sheet, name="role"),
    path("overview/", overview.overview, name="overview"),
    path("overview.csv", overview.overview_file, name="overview-csv"),
    path("privacy/", home.privacy, name="privacy"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("start/", assessments.start, name="start"),
    path("resume/<str:token>/", assessments.resume, name="resume"),
    path("deleted/", assessments.deleted, name="deleted"),
    path("assessments/", mine.assessments, name="assessments"),
    path("assessments/progress/", progress.progress, name="progress"),
    path("assessments/compare/", progress.compare, name="compare"),
    path("shared/<str:token>/", shares.shared, name="shared"),
    path("views/withdrawn/", second_views.withdrawn, name="second-view-withdrawn"),
    path("views/<str:token>/", second_views.invitation, name="second-view"),
    path("views/<str:token>/review/", second_views.review, name="second-view-review"),
    path("views/<str:token>/withdraw/", second_views.withdraw, name="second-view-withdraw"),
    path("views/<str:token>/<str:code>/", second_views.page, name="second-view-page"),
    path("preview/roles/<slug:code>/", preview.role, name="preview-role"),
    path("preview/roles/<slug:role>/<str:code>/", preview.questionnaire, name="preview-questionnaire"),
    path("preview/skills/<str:code>/", preview.skill, name="preview-skill"),
]
