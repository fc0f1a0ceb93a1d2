/**
 * The figures that a scrape returns, in the text form of Prometheus. One table names them all; the values are taken, when
 * somebody asks, from the projection that the dashboard keeps and from counters that one thread each writes.
 */
package io.halfspread.app.metrics;
