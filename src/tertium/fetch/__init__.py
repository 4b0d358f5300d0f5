"""The one fetcher: whatever is asked of the web is asked from here, with manners."""
