package io.halfspread.engine.capture;

/**
 * A sealed segment as the manifest lists it.
 *
 * @param name    file name
 * @param bytes   bytes of the file, all of them used
 * @param records records in it
 * @param sha256  SHA-256 of the file, 64 hex digits
 */
public record SegmentEntry(String name, long bytes, long records, String sha256) {}
