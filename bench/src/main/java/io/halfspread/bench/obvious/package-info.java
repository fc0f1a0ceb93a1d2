/**
 * A complete small market maker as a good Java programmer would write it in a week with the usual libraries: Netty, Jackson,
 * a blocking queue, a lock, web3j. The product is measured against it; it is kept readable and is not held back on purpose.
 */
package io.halfspread.bench.obvious;
