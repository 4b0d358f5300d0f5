"""The engine that makes pages on Spark: the same pages, made where the data is."""

from tertium.batch.spark.engine import SparkEngine
from tertium.batch.spark.session import open_session

__all__ = ["SparkEngine", "open_session"]
