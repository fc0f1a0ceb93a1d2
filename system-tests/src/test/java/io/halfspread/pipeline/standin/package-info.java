/** A venue that is not ours: written from the venue's documents alone, with as little as a maker may take for granted. */
package io.halfspread.pipeline.standin;
