"""Pages as a site of files: it opens from any host, any folder of it, and from a disk."""

from tertium.batch.site.about import Site
from tertium.batch.site.pages import page_files
from tertium.batch.site.whole import site_files

__all__ = ["Site", "page_files", "site_files"]
