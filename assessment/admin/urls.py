"""The addresses of the pages about the draft as a whole, and about results."""

from django.urls import path

from assessment.admin import desk, reliability, results

app_name = "desk"
urlpatterns = [
    path("", desk.home, name="home"),
    path("check/", desk.check_page, name="check"),
    path("impact/", desk.impact, name="impact"),
    path("compare/", desk.compare, name="compare"),
    path("import/", desk.import_page, name="import"),
    path("import/<uuid:uuid>/", desk.confirm, name="confirm"),
    path("draft/<slug:form>", desk.draft_file, name="draft-file"),
    path("versions/<int:number>/draft/", desk.restore, name="restore"),
    path("versions/<int:number>/<slug:form>", desk.version_file, name="version-file"),
    path("results/", results.results, name="results"),
    path("results/reliability/", reliability.reliability_page, name="reliability"),
    path("results/<slug:form>", results.results_file, name="results-file"),
]
