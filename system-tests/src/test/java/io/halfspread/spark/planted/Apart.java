package io.halfspread.spark.planted;

/** What nothing of the product may use. */
public final class Apart {}
