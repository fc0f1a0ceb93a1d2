package io.halfspread.gateway.sign;

import io.halfspread.codec.text.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A structure of EIP-712 and the digest of its values. Members may be string, address, uint64, bool or bytes32; the venue
 * signs no others. Cold; immutable, for any thread.
 */
public final class TypedData {
    private static final String DOMAIN_TYPE =
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
    private static final int SLOT = 32;

    private final String primaryType;
    private final List<TypedField> fields;

    /**
     * Describes a structure.
     *
     * @param primaryType its name, as it is hashed
     * @param fields      its members, in order
     */
    public TypedData(final String primaryType, final List<TypedField> fields) {
        this.primaryType = primaryType;
        this.fields = List.copyOf(fields);
    }

    /** The same name with other members. */
    TypedData with(final List<TypedField> otherFields) {
        return new TypedData(primaryType, otherFields);
    }

    /**
     * Name of the structure.
     *
     * @return the name, as it is hashed
     */
    public String primaryType() {
        return primaryType;
    }

    /**
     * Members of the structure.
     *
     * @return the members, in order
     */
    public List<TypedField> fields() {
        return fields;
    }

    /**
     * What is signed for values of the structure.
     *
     * @param domainName name of the signing domain; its version is 1, its contract the zero address
     * @param chainId    chain of the signing domain
     * @param values     object with a value for each member; others are ignored
     * @return 4 words, the least significant first
     * @throws IllegalArgumentException when a value is missing or does not fit its type
     */
    long[] digest(final String domainName, final long chainId, final JsonNode values) {
        final byte[] digest =
                Keccak256.of(new byte[] {0x19, 0x01}, domainBytes(domainName, chainId), structure(values));
        return Words.of(new BigInteger(1, digest));
    }

    private byte[] structure(final JsonNode values) {
        final ByteBuffer encoded = ByteBuffer.allocate(SLOT * (fields.size() + 1));
        encoded.put(keccak(type()));
        for (final TypedField field : fields) {
            final JsonNode value = values.member(field.name());
            if (value == null) {
                throw new IllegalArgumentException(field.name() + ": missing; accepted: " + field.type());
            }
            encoded.put(slot(field, value));
        }
        return Keccak256.of(encoded.array());
    }

    private String type() {
        return primaryType
                + fields.stream()
                        .map(field -> field.type() + " " + field.name())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static byte[] slot(final TypedField field, final JsonNode value) {
        return switch (field.type()) {
            case "string" -> keccak(scalar(field, value, JsonNode.Kind.STRING));
            case "address" -> hexadecimal(field, value, SigningKey.ADDRESS_LENGTH);
            case "bytes32" -> hexadecimal(field, value, SLOT);
            case "uint64" -> unsigned(field, value);
            case "bool" -> number(bool(field, value) ? 1 : 0);
            default -> throw refused(field, value);
        };
    }

    private static boolean bool(final TypedField field, final JsonNode value) {
        if (!value.is(JsonNode.Kind.TRUE) && !value.is(JsonNode.Kind.FALSE)) {
            throw refused(field, value);
        }
        return value.is(JsonNode.Kind.TRUE);
    }

    private static byte[] unsigned(final TypedField field, final JsonNode value) {
        try {
            return number(Long.parseUnsignedLong(scalar(field, value, JsonNode.Kind.NUMBER)));
        } catch (final NumberFormatException e) {
            throw refused(field, value);
        }
    }

    private static byte[] number(final long value) {
        return ByteBuffer.allocate(SLOT).putLong(SLOT - Long.BYTES, value).array();
    }

    private static byte[] hexadecimal(final TypedField field, final JsonNode value, final int length) {
        final String text = scalar(field, value, JsonNode.Kind.STRING);
        if (text.length() != 2 + 2 * length || !text.startsWith("0x")) {
            throw refused(field, value);
        }
        try {
            final byte[] slot = new byte[SLOT];
            System.arraycopy(HexFormat.of().parseHex(text, 2, text.length()), 0, slot, SLOT - length, length);
            return slot;
        } catch (final IllegalArgumentException e) {
            throw refused(field, value);
        }
    }

    private static String scalar(final TypedField field, final JsonNode value, final JsonNode.Kind kind) {
        if (!value.is(kind)) {
            throw refused(field, value);
        }
        return value.text();
    }

    private static IllegalArgumentException refused(final TypedField field, final JsonNode value) {
        return new IllegalArgumentException(field.name() + ": " + value.shown() + "; accepted: " + field.type());
    }

    /** Separator of a signing domain, as words. */
    static long[] domain(final String name, final long chainId) {
        return Words.of(new BigInteger(1, domainBytes(name, chainId)));
    }

    private static byte[] domainBytes(final String name, final long chainId) {
        return Keccak256.of(keccak(DOMAIN_TYPE), keccak(name), keccak("1"), number(chainId), new byte[SLOT]);
    }

    /** Hash of a text, as words. */
    static long[] hash(final String text) {
        return Words.of(new BigInteger(1, keccak(text)));
    }

    /** Words as a person reads them. */
    static String text(final long[] words) {
        final StringBuilder text = new StringBuilder("0x");
        for (int i = Words.WORDS - 1; i >= 0; i--) {
            text.append(HexFormat.of().toHexDigits(words[i]));
        }
        return text.toString();
    }

    private static byte[] keccak(final String text) {
        return Keccak256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
