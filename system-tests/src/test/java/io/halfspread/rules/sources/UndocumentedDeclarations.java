package io.halfspread.rules.sources;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds public types, public methods, record components and public enum constants without a doc comment, by the JDK's own
 * parser. A method that overrides takes over the comment of the one it overrides.
 */
final class UndocumentedDeclarations extends TreePathScanner<Void, Void> {
    private final DocTrees docTrees;
    private final CompilationUnitTree unit;
    private final List<String> found;

    private UndocumentedDeclarations(
            final DocTrees docTrees, final CompilationUnitTree unit, final List<String> found) {
        this.docTrees = docTrees;
        this.unit = unit;
        this.found = found;
    }

    static List<String> in(final Collection<Path> files) {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            final JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            final DocTrees docTrees = DocTrees.instance(task);
            for (final CompilationUnitTree unit : task.parse()) {
                new UndocumentedDeclarations(docTrees, unit, found).scan(unit, null);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public Void visitCompilationUnit(final CompilationUnitTree tree, final Void unused) {
        if (tree.getSourceFile().getName().endsWith("package-info.java")
                && docTrees.getDocCommentTree(new TreePath(getCurrentPath(), tree.getPackage())) == null) {
            report(tree, "package " + tree.getPackageName());
        }
        return super.visitCompilationUnit(tree, unused);
    }

    @Override
    public Void visitClass(final ClassTree tree, final Void unused) {
        if (isPublic(tree.getModifiers()) || withinInterface()) {
            final DocCommentTree comment = comment();
            if (comment == null) {
                report(tree, "type " + tree.getSimpleName());
            } else if (tree.getKind() == Tree.Kind.RECORD) {
                checkComponents(tree, comment);
            }
        }
        return super.visitClass(tree, unused);
    }

    @Override
    public Void visitMethod(final MethodTree tree, final Void unused) {
        final boolean visible = isPublic(tree.getModifiers()) || withinInterface();
        if (visible && !overrides(tree) && !compactConstructor(tree) && comment() == null) {
            report(tree, "method " + tree.getName());
        }
        return null;
    }

    @Override
    public Void visitVariable(final VariableTree tree, final Void unused) {
        if (enclosing().getKind() == Tree.Kind.ENUM
                && tree.toString().contains("/*public static final*/")
                && isPublic(((ClassTree) enclosing()).getModifiers())
                && comment() == null) {
            report(tree, "constant " + tree.getName());
        }
        return null;
    }

    private void checkComponents(final ClassTree tree, final DocCommentTree comment) {
        final Set<String> documented = comment.getBlockTags().stream()
                .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                .map(tag -> ((ParamTree) tag).getName().toString())
                .collect(Collectors.toSet());
        for (final Tree member : tree.getMembers()) {
            if (member instanceof VariableTree component
                    && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                    && !documented.contains(component.getName().toString())) {
                report(component, "component " + component.getName());
            }
        }
    }

    /** A compact constructor is the record's own: its parameters are the components. */
    private boolean compactConstructor(final MethodTree tree) {
        return enclosing().getKind() == Tree.Kind.RECORD && tree.getName().contentEquals("<init>");
    }

    private boolean withinInterface() {
        return enclosing().getKind() == Tree.Kind.INTERFACE;
    }

    private Tree enclosing() {
        return getCurrentPath().getParentPath().getLeaf();
    }

    private DocCommentTree comment() {
        return docTrees.getDocCommentTree(getCurrentPath());
    }

    private void report(final Tree tree, final String what) {
        final long position = docTrees.getSourcePositions().getStartPosition(unit, tree);
        final long line = unit.getLineMap().getLineNumber(Math.max(0L, position));
        found.add(unit.getSourceFile().getName() + ":" + line + " " + what);
    }

    private static boolean isPublic(final ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC);
    }

    private static boolean overrides(final MethodTree tree) {
        return tree.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
}
