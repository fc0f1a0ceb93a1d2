package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The elements of one frame: reused objects, filled by a decoder, valid until the next frame is decoded.
 *
 * @param <T> an element that is filled again and again
 */
@HotPath
public final class FrameList<T> {
    private final Supplier<T> factory;
    private Object[] elements;
    private int size;

    FrameList(final int capacity, final Supplier<T> factory) {
        this.factory = factory;
        elements = new Object[capacity];
        fill(0);
    }

    /**
     * Number of elements in the frame.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * One element.
     *
     * @param index below {@link #size()}
     * @return the element, valid until the next frame is decoded
     */
    @SuppressWarnings("unchecked")
    public T get(final int index) {
        return (T) elements[index];
    }

    void clear() {
        size = 0;
    }

    T append() {
        if (size == elements.length) {
            grow();
        }
        return get(size++);
    }

    @ColdPath("a longer frame than any before")
    private void grow() {
        elements = Arrays.copyOf(elements, elements.length * 2);
        fill(size);
    }

    @ColdPath("a longer frame than any before")
    private void fill(final int from) {
        for (int i = from; i < elements.length; i++) {
            elements[i] = factory.get();
        }
    }
}
