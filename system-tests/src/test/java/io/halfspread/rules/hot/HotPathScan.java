package io.halfspread.rules.hot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds what marked classes may not do. Constructors, class initialisers, {@code ColdPath} methods, the lambdas within
 * those methods and what the compiler adds to enums and records are exempt; lambdas within constructors are not, because
 * they are kept and run later.
 */
final class HotPathScan {
    private static final Set<String> COMPILER_MADE_IN_ENUM = Set.of("values", "valueOf", "$values");
    private static final Set<String> COMPILER_MADE_IN_RECORD = Set.of("toString", "hashCode", "equals");

    private final MarkedClasses marked;
    private final AllowedUse allowed;
    private final List<Violation> violations = new ArrayList<>();

    private HotPathScan(final MarkedClasses marked) {
        this.marked = marked;
        this.allowed = new AllowedUse(marked);
    }

    static List<Violation> violations(final Collection<Path> classFiles) {
        final HotPathScan scan = new HotPathScan(new MarkedClasses(classFiles));
        for (final byte[] file : scan.marked.files()) {
            final ClassReader reader = new ClassReader(file);
            final ColdMethods cold = new ColdMethods();
            reader.accept(cold, ClassReader.SKIP_CODE);
            reader.accept(scan.new Visitor(cold), ClassReader.SKIP_FRAMES);
        }
        return scan.violations;
    }

    /** How many classes the scan looks into. */
    static int marked(final Collection<Path> classFiles) {
        return new MarkedClasses(classFiles).files().size();
    }

    private final class Visitor extends ClassVisitor {
        private final ColdMethods cold;
        private String className;
        private Set<String> compilerMade = Set.of();

        private Visitor(final ColdMethods cold) {
            super(Opcodes.ASM9);
            this.cold = cold;
        }

        @Override
        public void visit(
                final int version,
                final int access,
                final String name,
                final String signature,
                final String superName,
                final String[] interfaces) {
            className = name.replace('/', '.');
            if ("java/lang/Enum".equals(superName)) {
                compilerMade = COMPILER_MADE_IN_ENUM;
            } else if ("java/lang/Record".equals(superName)) {
                compilerMade = COMPILER_MADE_IN_RECORD;
            }
            if (!allowed.superclass(superName)) {
                violations.add(new Violation(className, 0, "extends " + superName.replace('/', '.')));
            }
        }

        @Override
        public MethodVisitor visitMethod(
                final int access,
                final String name,
                final String descriptor,
                final String signature,
                final String[] exceptions) {
            if (compilerMade.contains(name) || cold.exempts(name, descriptor)) {
                return null;
            }
            final String method = className + "." + name;
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                violations.add(new Violation(method, 0, "is synchronized"));
            }
            return new InstructionScan(method, allowed, violations);
        }
    }
}
