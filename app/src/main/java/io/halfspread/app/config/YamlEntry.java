package io.halfspread.app.config;

/**
 * One line of a configuration that means something.
 *
 * @param path    keys from the outside in, joined by dots
 * @param line    line, from 1
 * @param text    value as written, quotes resolved; empty when the line opens a section
 * @param quoted  whether the value was in quotes
 * @param section whether deeper lines follow
 */
record YamlEntry(String path, int line, String text, boolean quoted, boolean section) {}
