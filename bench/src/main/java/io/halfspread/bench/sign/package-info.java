/** What it costs to encode, hash and sign an action, beside Bouncy Castle. */
package io.halfspread.bench.sign;
