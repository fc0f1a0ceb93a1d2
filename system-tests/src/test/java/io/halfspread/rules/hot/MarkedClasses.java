package io.halfspread.rules.hot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The classes marked {@code HotPath}, their nested ones included, read from class files. */
final class MarkedClasses {
    private static final String MARK = "Lio/halfspread/codec/contract/HotPath;";

    private final Set<String> names = new HashSet<>();
    private final List<byte[]> files = new ArrayList<>();

    MarkedClasses(final Collection<Path> classFiles) {
        final List<byte[]> read = classFiles.stream().map(MarkedClasses::read).toList();
        for (final byte[] file : read) {
            final ClassReader reader = new ClassReader(file);
            final String name = reader.getClassName();
            reader.accept(marker(name), ClassReader.SKIP_CODE);
        }
        for (final byte[] file : read) {
            if (contains(new ClassReader(file).getClassName())) {
                files.add(file);
            }
        }
    }

    /** Whether a class, by its internal name, or a class that encloses it is marked. */
    boolean contains(final String internalName) {
        int nested = internalName.indexOf('$');
        while (nested >= 0) {
            if (names.contains(internalName.substring(0, nested))) {
                return true;
            }
            nested = internalName.indexOf('$', nested + 1);
        }
        return names.contains(internalName);
    }

    List<byte[]> files() {
        return files;
    }

    private ClassVisitor marker(final String name) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
                if (MARK.equals(descriptor)) {
                    names.add(name);
                }
                return null;
            }
        };
    }

    private static byte[] read(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
