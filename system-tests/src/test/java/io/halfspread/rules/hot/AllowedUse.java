package io.halfspread.rules.hot;

import java.util.Set;

/** What a marked class may use of others. */
final class AllowedUse {
    private static final String STRING = "java/lang/String";

    private static final Set<String> EXACT_MATH = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "copySign",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "rint",
            "round",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact");

    private static final Set<String> PLAIN_LANG = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Enum",
            "java/lang/Float",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short");

    private static final Set<String> READ_OF_TEXT = Set.of("length", "charAt");

    private static final Set<String> THREAD = Set.of("currentThread", "onSpinWait");

    private static final Set<String> PACKAGES =
            Set.of("io/halfspread/codec/event/", "org/agrona/", "com/lmax/disruptor/");

    private final MarkedClasses marked;

    AllowedUse(final MarkedClasses marked) {
        this.marked = marked;
    }

    /** Why a call is not allowed, or null when it is. */
    String faultOfCall(final String owner, final String name, final String descriptor) {
        if ("valueOf".equals(name) && PLAIN_LANG.contains(owner) && !descriptor.startsWith("(L" + STRING)) {
            return "boxes by " + plain(owner) + ".valueOf";
        }
        if ("iterator".equals(name)) {
            return "asks for an iterator";
        }
        if (owner.startsWith("[") || "values".equals(name) && descriptor.startsWith("()[")) {
            return "copies an array by " + name;
        }
        if (STRING.equals(owner) ? !READ_OF_TEXT.contains(name) : makesText(owner, descriptor)) {
            return "works on text by " + plain(owner) + "." + name;
        }
        return callable(owner, name) ? null : "calls " + plain(owner) + "." + name;
    }

    /** Whether a field of a class may be read or written; numbers of the product always. */
    boolean field(final String owner, final String descriptor) {
        final boolean number = owner.startsWith("io/halfspread/") && descriptor.length() == 1;
        return number || known(owner) || owner.startsWith("java/lang/") || owner.startsWith("java/nio/");
    }

    /** Whether a class may be extended. */
    boolean superclass(final String name) {
        return known(name)
                || "java/lang/Object".equals(name)
                || "java/lang/Enum".equals(name)
                || "java/lang/Record".equals(name);
    }

    /** Text made by a marked class was looked at there. */
    private boolean makesText(final String owner, final String descriptor) {
        return descriptor.endsWith(")L" + STRING + ";") && !marked.contains(owner);
    }

    private boolean callable(final String owner, final String name) {
        switch (owner) {
            case "java/lang/Math":
                return EXACT_MATH.contains(name);
            case "java/lang/System":
                return "arraycopy".equals(name);
            case STRING:
                return READ_OF_TEXT.contains(name);
            case "java/lang/Thread":
                return THREAD.contains(name);
            case "java/util/zip/CRC32C":
                return true;
            default:
                return known(owner) || PLAIN_LANG.contains(owner) || buffer(owner);
        }
    }

    private boolean known(final String owner) {
        return marked.contains(owner) || PACKAGES.stream().anyMatch(owner::startsWith);
    }

    private static boolean buffer(final String owner) {
        return owner.startsWith("java/nio/Byte") || owner.equals("java/nio/Buffer");
    }

    private static String plain(final String internalName) {
        return internalName.replace('/', '.');
    }
}
