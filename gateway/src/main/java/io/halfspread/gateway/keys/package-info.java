/** Finds the private key: environment, {@code .env}, or an encrypted keystore file; never shows it. */
package io.halfspread.gateway.keys;
