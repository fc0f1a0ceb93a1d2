package io.halfspread.engine.capture;

/**
 * What recovery did to a capture.
 *
 * @param status  status of the capture now
 * @param changed whether recovery changed anything
 * @param text    what was found and done, in one line
 */
public record RecoveryReport(CaptureStatus status, boolean changed, String text) {}
