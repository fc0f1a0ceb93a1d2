/** A forward-only, strict JSON scanner over Agrona buffers that allocates nothing and never throws to its caller. */
package io.halfspread.codec.json;
