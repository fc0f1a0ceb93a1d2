package io.halfspread.codec.text;

/**
 * One member of an object.
 *
 * @param key    key, escapes resolved
 * @param line   line of the key, from 1
 * @param column column of the key, from 1
 * @param value  value
 */
public record JsonMember(String key, int line, int column, JsonNode value) {}
