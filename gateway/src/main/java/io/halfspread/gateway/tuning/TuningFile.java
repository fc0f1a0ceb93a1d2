package io.halfspread.gateway.tuning;

import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.NearestName;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.codec.text.TextError;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A candidate set of tuning parameters: the bytes of a file, scanned strictly (JSON with # and // comments) and checked
 * whole. Either it is accepted, or it carries every fault; there is nothing between. Immutable; cold.
 */
public final class TuningFile {
    private static final List<String> KEYS =
            Arrays.stream(TuningParam.values()).map(TuningParam::key).toList();

    private final Sha256 sha256;
    private final Map<TuningParam, Double> stated;
    private final List<TuningFault> faults;
    private final boolean malformed;

    private TuningFile(
            final Sha256 sha256,
            final Map<TuningParam, Double> stated,
            final List<TuningFault> faults,
            final boolean malformed) {
        this.sha256 = sha256;
        this.stated = stated;
        this.faults = faults;
        this.malformed = malformed;
    }

    /**
     * Checks the bytes of a tuning file.
     *
     * @param bytes the whole file
     * @return the candidate with its values or its faults
     */
    public static TuningFile of(final byte[] bytes) {
        final JsonDocument document = StrictJson.parse(bytes, true);
        final Map<TuningParam, Double> stated = new EnumMap<>(TuningParam.class);
        final List<TuningFault> faults = new ArrayList<>();
        final JsonNode root = document.root();
        if (root != null && !root.is(JsonNode.Kind.OBJECT)) {
            faults.add(fault(null, root, "a tuning file is an object in braces, like {\"" + KEYS.get(0) + "\": 0.8}"));
        }
        final List<JsonMember> members = root == null ? List.of() : root.members();
        members.forEach(member -> check(member, stated, faults));
        document.errors().forEach(error -> attribute(error, members, faults));
        faults.sort(Comparator.comparingInt(TuningFault::line).thenComparingInt(TuningFault::column));
        return new TuningFile(Sha256.of(bytes), stated, List.copyOf(faults), !document.valid());
    }

    private static void check(
            final JsonMember member, final Map<TuningParam, Double> stated, final List<TuningFault> faults) {
        final TuningParam param = TuningParam.ofKey(member.key());
        final JsonNode value = member.value();
        if (param == null) {
            final String message = "unknown key; the nearest known one is " + NearestName.of(member.key(), KEYS);
            faults.add(new TuningFault(member.key(), plain(value), message, member.line(), member.column()));
        } else if (!value.is(JsonNode.Kind.NUMBER)) {
            faults.add(fault(member.key(), value, notANumber(value) + "; accepted: a number in " + param.range()));
        } else if (!param.accepts(value.asDouble())) {
            final String written = value.text();
            final String what = Double.isInfinite(value.asDouble()) ? " is beyond any number" : " is out of range";
            faults.add(fault(member.key(), value, written + what + "; accepted: a number in " + param.range()));
        } else {
            stated.put(param, value.asDouble());
        }
    }

    private static String notANumber(final JsonNode value) {
        return switch (value.kind()) {
            case STRING -> value.shown() + " is text, not a number";
            case OBJECT -> "an object is not a number";
            case ARRAY -> "a list is not a number";
            default -> value.text() + " is not a number";
        };
    }

    private static Object plain(final JsonNode value) {
        return switch (value.kind()) {
            case NUMBER -> Double.isInfinite(value.asDouble()) ? value.text() : (Object) value.asDouble();
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL -> null;
            default -> value.text();
        };
    }

    private static TuningFault fault(final String key, final JsonNode at, final String message) {
        return new TuningFault(key, plain(at), message, at.line(), at.column());
    }

    private static void attribute(
            final TextError error, final List<JsonMember> members, final List<TuningFault> faults) {
        JsonMember about = null;
        for (final JsonMember member : members) {
            if (member.value().is(JsonNode.Kind.WORD)
                    && at(error, member.value().line(), member.value().column())
                    && TuningParam.ofKey(member.key()) != null) {
                return;
            }
            about = at(error, member.line(), member.column()) ? member : about;
        }
        final String key = about == null ? null : about.key();
        final Object value = about == null ? null : plain(about.value());
        faults.add(new TuningFault(key, value, error.message(), error.line(), error.column()));
    }

    private static boolean at(final TextError error, final int line, final int column) {
        return error.line() == line && error.column() == column;
    }

    /**
     * Whether the candidate is accepted.
     *
     * @return true when it has no fault
     */
    public boolean accepted() {
        return faults.isEmpty();
    }

    /**
     * Whether the text itself is broken, which a file that is still being written also is.
     *
     * @return true when the scan failed
     */
    public boolean malformed() {
        return malformed;
    }

    /**
     * Everything that is wrong.
     *
     * @return the faults in text order, empty when accepted
     */
    public List<TuningFault> faults() {
        return faults;
    }

    /**
     * Everything that is wrong, in one line.
     *
     * @return the faults, empty when accepted
     */
    public String reason() {
        return faults.stream().map(TuningFault::toString).collect(Collectors.joining("; "));
    }

    /**
     * Hash of the bytes.
     *
     * @return their SHA-256
     */
    public Sha256 sha256() {
        return sha256;
    }

    /**
     * Parameters the file states.
     *
     * @return a copy, by id
     */
    public Set<TuningParam> stated() {
        final Set<TuningParam> keys = EnumSet.noneOf(TuningParam.class);
        keys.addAll(stated.keySet());
        return keys;
    }

    /**
     * Parameters the file does not state.
     *
     * @return a copy, by id
     */
    public Set<TuningParam> unstated() {
        final Set<TuningParam> keys = EnumSet.allOf(TuningParam.class);
        keys.removeAll(stated.keySet());
        return keys;
    }

    /**
     * Values as a whole-set file means them: what is not stated has its default.
     *
     * @return the set
     * @throws IllegalStateException when the candidate is not accepted
     */
    public TuningValues whole() {
        return over(TuningValues.defaults());
    }

    /**
     * Values as an overlay means them: what is not stated stays.
     *
     * @param inForce values in force
     * @return the set
     * @throws IllegalStateException when the candidate is not accepted
     */
    public TuningValues over(final TuningValues inForce) {
        if (!accepted()) {
            throw new IllegalStateException("not accepted: " + reason());
        }
        return inForce.with(Collections.unmodifiableMap(stated));
    }
}
