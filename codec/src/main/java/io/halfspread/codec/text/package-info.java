/** Human text, read strictly and written plainly: JSON with positions for every error, and the JSON the commands print. */
package io.halfspread.codec.text;
