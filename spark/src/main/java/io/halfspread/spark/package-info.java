/**
 * The sweep's engine on Apache Spark: cells become tasks, captures are read by content hash, outcomes come back as a typed
 * data set. The one module that knows Spark; nothing of the product depends on it.
 */
package io.halfspread.spark;
