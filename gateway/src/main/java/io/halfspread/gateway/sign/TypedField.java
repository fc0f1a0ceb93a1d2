package io.halfspread.gateway.sign;

/**
 * One member of a typed structure.
 *
 * @param name its name
 * @param type one of string, address, uint64, bool, bytes32
 */
public record TypedField(String name, String type) {}
