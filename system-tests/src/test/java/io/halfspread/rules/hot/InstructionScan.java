package io.halfspread.rules.hot;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks at each instruction of one method. */
final class InstructionScan extends MethodVisitor {
    private final String method;
    private final AllowedUse allowed;
    private final List<Violation> violations;
    private int line;

    InstructionScan(final String method, final AllowedUse allowed, final List<Violation> violations) {
        super(Opcodes.ASM9);
        this.method = method;
        this.allowed = allowed;
        this.violations = violations;
    }

    @Override
    public void visitLineNumber(final int number, final Label start) {
        line = number;
    }

    @Override
    public void visitTypeInsn(final int opcode, final String type) {
        if (opcode == Opcodes.NEW) {
            report("creates a " + type.replace('/', '.'));
        } else if (opcode == Opcodes.ANEWARRAY) {
            report("creates an array");
        }
    }

    @Override
    public void visitIntInsn(final int opcode, final int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            report("creates an array");
        }
    }

    @Override
    public void visitMultiANewArrayInsn(final String descriptor, final int dimensions) {
        report("creates an array");
    }

    @Override
    public void visitInsn(final int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            report("takes a monitor");
        }
    }

    @Override
    public void visitInvokeDynamicInsn(
            final String name, final String descriptor, final Handle bootstrap, final Object... arguments) {
        report("has a call site made at run time: lambda, concatenation or switch (" + name + ")");
    }

    @Override
    public void visitMethodInsn(
            final int opcode,
            final String owner,
            final String name,
            final String descriptor,
            final boolean isInterface) {
        final String fault = "<init>".equals(name) ? null : allowed.faultOfCall(owner, name, descriptor);
        if (fault != null) {
            report(fault);
        }
    }

    @Override
    public void visitFieldInsn(final int opcode, final String owner, final String name, final String descriptor) {
        if (!allowed.field(owner, descriptor)) {
            report("uses field " + owner.replace('/', '.') + "." + name);
        }
    }

    private void report(final String fault) {
        violations.add(new Violation(method, line, fault));
    }
}
