package agentsettings.acceptance.house.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A source file, parsed but not compiled. */
record SourceFile(Path path, List<String> lines, CompilationUnitTree tree, DocTrees trees) {

    /**
     * Code between braces.
     *
     * @param name such as "the method close"
     * @param lines braces and all
     */
    record Body(String name, int line, int lines, int parameters) {}

    /** A name that the file gives to something. */
    record Name(String text, int line) {}

    static List<SourceFile> parse(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree tree : task.parse()) {
                Path path = Path.of(tree.getSourceFile().toUri());
                sources.add(new SourceFile(path, Files.readAllLines(path), tree, trees));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String packageName() {
        return tree.getPackageName().toString();
    }

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    /** The name of the type that the file declares, by which violations are reported. */
    String location() {
        return packageName() + "." + fileName().replace(".java", "");
    }

    String fileName() {
        return path.getFileName().toString();
    }

    Violation violation(int line, String sentence) {
        return new Violation(location() + ":" + line, sentence);
    }

    /** What its imports name, static ones without their member: types, or packages before a star. */
    List<String> imports() {
        return tree.getImports().stream()
                .map(imported -> withoutLast(imported.getQualifiedIdentifier().toString(), imported))
                .distinct()
                .toList();
    }

    private static String withoutLast(String name, ImportTree imported) {
        return imported.isStatic() || name.endsWith(".*") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** The bodies of methods, constructors, initializers, and of lambdas that are assigned to fields. */
    List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null) {
                    bodies.add(body(describe(method), method.getBody(), parametersOf(method, getCurrentPath())));
                }
                return super.visitMethod(method, null);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                boolean isField = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
                if (isField && variable.getInitializer() instanceof LambdaExpressionTree lambda) {
                    bodies.add(body("the lambda " + variable.getName(), lambda.getBody(), 0));
                }
                return super.visitVariable(variable, null);
            }

            @Override
            public Void visitBlock(BlockTree block, Void nothing) {
                if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                    bodies.add(body("the initializer", block, 0));
                }
                return super.visitBlock(block, null);
            }
        }.scan(tree, null);
        return bodies;
    }

    /** The components of a record, which its constructor repeats, don't count. */
    private static int parametersOf(MethodTree method, TreePath path) {
        int parameters = method.getParameters().size();
        ClassTree type = (ClassTree) path.getParentPath().getLeaf();
        boolean isCanonical = isConstructor(method)
                && type.getKind() == Tree.Kind.RECORD
                && parameters
                        == type.getMembers().stream()
                                .filter(SourceFile::isComponent)
                                .count();
        return isCanonical ? 0 : parameters;
    }

    private static boolean isComponent(Tree member) {
        return member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>");
    }

    private static String describe(MethodTree method) {
        return isConstructor(method) ? "the constructor" : "the method " + method.getName();
    }

    private Body body(String name, Tree body, int parameters) {
        int first = lineOf(trees.getSourcePositions().getStartPosition(tree, body));
        int last = lineOf(trees.getSourcePositions().getEndPosition(tree, body));
        return new Body(name, first, last - first + 1, parameters);
    }

    /** The types without documentation, nested ones included unless they are private. */
    List<Name> undocumentedTypes() {
        List<Name> types = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                boolean isPrivate = type.getModifiers().getFlags().contains(Modifier.PRIVATE);
                if (isDeclared(getCurrentPath()) && !isPrivate && trees.getDocComment(getCurrentPath()) == null) {
                    types.add(name(type.getSimpleName(), type));
                }
                return super.visitClass(type, null);
            }
        }.scan(tree, null);
        return types;
    }

    /** Neither anonymous nor local. */
    private static boolean isDeclared(TreePath type) {
        Tree parent = type.getParentPath().getLeaf();
        return parent instanceof CompilationUnitTree || parent instanceof ClassTree;
    }

    /** The names of its types. */
    List<Name> types() {
        List<Name> names = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                names.add(name(type.getSimpleName(), type));
                return super.visitClass(type, null);
            }
        }.scan(tree, null);
        return names;
    }

    /** Every name that the file gives: to types, methods, fields, variables and parameters. */
    List<Name> names() {
        List<Name> names = new ArrayList<>(types());
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                names.add(name(method.getName(), method));
                return super.visitMethod(method, null);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                names.add(name(variable.getName(), variable));
                return super.visitVariable(variable, null);
            }
        }.scan(tree, null);
        return names;
    }

    private Name name(CharSequence text, Tree declaration) {
        int line = lineOf(trees.getSourcePositions().getStartPosition(tree, declaration));
        return new Name(text.toString(), line);
    }

    private int lineOf(long position) {
        return (int) tree.getLineMap().getLineNumber(position);
    }
}
