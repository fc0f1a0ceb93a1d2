package io.halfspread.rules.hot;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of one class to which the rules do not apply. */
final class ColdMethods extends ClassVisitor {
    private static final String MARK = "Lio/halfspread/codec/contract/ColdPath;";
    private static final String LAMBDA = "lambda$";

    private final Set<String> marked = new HashSet<>();
    private final Set<String> unmarkedNames = new HashSet<>();
    private final Set<String> markedNames = new HashSet<>();

    ColdMethods() {
        super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
            final int access,
            final String name,
            final String descriptor,
            final String signature,
            final String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private boolean cold;

            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                cold |= MARK.equals(annotation);
                return null;
            }

            @Override
            public void visitEnd() {
                if (cold) {
                    marked.add(name + descriptor);
                    markedNames.add(name);
                } else {
                    unmarkedNames.add(name);
                }
            }
        };
    }

    boolean exempts(final String name, final String descriptor) {
        return name.startsWith("<") || marked.contains(name + descriptor) || lambdaWithinCold(name);
    }

    private boolean lambdaWithinCold(final String name) {
        if (!name.startsWith(LAMBDA)) {
            return false;
        }
        final String enclosing = name.substring(LAMBDA.length(), name.lastIndexOf('$'));
        return markedNames.contains(enclosing) && !unmarkedNames.contains(enclosing);
    }
}
