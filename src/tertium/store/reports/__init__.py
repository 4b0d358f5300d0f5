"""The book of reports: what readers tell of statements, kept until somebody has decided."""

from tertium.store.reports.book import ReportBook

__all__ = ["ReportBook"]
