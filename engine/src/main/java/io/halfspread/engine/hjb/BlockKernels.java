package io.halfspread.engine.hjb;

/**
 * Picks the innermost work of the elimination: that on the Vector API when this JVM was started with its module, else the
 * plain one. The choice changes the time that a solve takes and no bit of its result.
 */
public final class BlockKernels {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR = "io.halfspread.engine.hjb.VectorBlockKernel";

    private BlockKernels() {}

    static BlockKernel fastest(final int half) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return new PlainBlockKernel(half);
        }
        try {
            return (BlockKernel) Class.forName(VECTOR).getDeclaredConstructor().newInstance();
        } catch (final ReflectiveOperationException | LinkageError e) {
            return new PlainBlockKernel(half);
        }
    }

    /**
     * What solvers of this JVM use.
     *
     * @return plain, or vector with the number of lanes
     */
    public static String inUse() {
        return fastest(1).name();
    }
}
