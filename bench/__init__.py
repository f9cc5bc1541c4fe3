"""The project's own benchmark: each operation beside its limit in the same run. `make bench`, docs/benchmark.md."""
