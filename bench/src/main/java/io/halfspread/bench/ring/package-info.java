/** The ring beside the JDK's bounded queue, between two threads. */
package io.halfspread.bench.ring;
