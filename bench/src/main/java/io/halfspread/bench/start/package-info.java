/** How long the product takes from the start of its JVM to its first quote. */
package io.halfspread.bench.start;
