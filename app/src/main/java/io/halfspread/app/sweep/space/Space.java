package io.halfspread.app.sweep.space;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.tuning.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a sweep may try, by dimension. Immutable. */
public final class Space {
    private final List<Dimension> dimensions;
    private final String sha256;

    Space(final List<Dimension> dimensions, final String sha256) {
        this.dimensions = List.copyOf(dimensions);
        this.sha256 = sha256;
    }

    /**
     * Reads a space file: JSON, checked strictly, with # and // comments.
     *
     * @param file the file
     * @return the space
     * @throws Failure naming every fault at once, or why the file cannot be read
     */
    public static Space read(final Path file) {
        final byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (final NoSuchFileException e) {
            throw Failure.badInput(file + ": no such file; a space file states what to vary, like "
                    + "{\"skew_adjustment_factor\": {\"from\": 0, \"to\": 2}}");
        } catch (final IOException e) {
            throw Failure.badInput(file + ": cannot be read (" + e.getMessage() + ")");
        }
        return of(file.toString(), text);
    }

    static Space of(final String name, final byte[] text) {
        final SpaceReader reader = SpaceReader.of(text);
        if (!reader.faults().isEmpty()) {
            throw Failure.badInput(name + ": " + String.join("; ", reader.faults()));
        }
        return new Space(reader.dimensions(), Sha256.of(text).toString());
    }

    /** A value as candidates carry it, from its text in a file. */
    static Object value(final Variable variable, final String text) {
        return switch (variable.kind()) {
            case REAL -> (Object) Double.parseDouble(text);
            case WHOLE -> (Object) Long.parseLong(text);
            case CHOICE -> text;
        };
    }

    /**
     * Everything that is stated, fixed values included.
     *
     * @return the dimensions in file order
     */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /**
     * Dimensions with more than one value.
     *
     * @return the dimensions in file order, at least one
     */
    public List<Dimension> varying() {
        return dimensions.stream().filter(Dimension::varies).toList();
    }

    /**
     * The dimension of a name.
     *
     * @param name name of a {@link Variable}
     * @return the dimension, null when the space does not state it
     */
    public Dimension dimension(final String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * Hash of the file.
     *
     * @return its SHA-256 in hex
     */
    public String sha256() {
        return sha256;
    }

    /** Values at a point of the unit cube over the varying dimensions. */
    Map<String, Object> at(final double... point) {
        final Map<String, Object> values = new LinkedHashMap<>();
        int next = 0;
        for (final Dimension dimension : dimensions) {
            values.put(dimension.name(), dimension.at(dimension.varies() ? point[next++] : 0));
        }
        return values;
    }

    /**
     * The space as a file states it.
     *
     * @return members by name
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        dimensions.forEach(dimension -> json.put(dimension.name(), dimension.json()));
        return json;
    }
}
