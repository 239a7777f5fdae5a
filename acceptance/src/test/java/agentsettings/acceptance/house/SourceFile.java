package agentsettings.acceptance.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One of the project's own main sources, parsed.
 *
 * @param module the folder of its Maven module
 */
record SourceFile(String module, Path path, List<String> lines, CompilationUnitTree tree, DocTrees trees) {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("core", "wire", "storage", "server", "cli", "bench");

    /** A method and how long it is, braces and all. */
    record Method(String name, int lines, int parameters) {}

    static List<SourceFile> all() {
        return MODULES.stream().flatMap(SourceFile::ofModule).toList();
    }

    private static Stream<SourceFile> ofModule(String module) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(ROOT.resolve(module).resolve("src/main/java"));
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
                sources.add(new SourceFile(module, path, Files.readAllLines(path), tree, trees));
            }
            return sources.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    String packageName() {
        return tree.getPackageName().toString();
    }

    /** The packages of ours that it imports from. */
    List<String> importedPackages() {
        return tree.getImports().stream()
                .filter(imported -> !imported.isStatic())
                .map(ImportTree::getQualifiedIdentifier)
                .map(Tree::toString)
                .filter(type -> type.startsWith("agentsettings."))
                .map(type -> type.replaceAll("(\\.[A-Z]\\w*)+$", ""))
                .distinct()
                .toList();
    }

    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null && lineOf(method, true) > 0) {
                    int lines = (int) (lineOf(method.getBody(), false) - lineOf(method.getBody(), true) + 1);
                    methods.add(new Method(
                            method.getName().toString(),
                            lines,
                            method.getParameters().size()));
                }
                return super.visitMethod(method, null);
            }
        }.scan(tree, null);
        return methods;
    }

    /** The top-level types without a word of documentation. */
    List<String> undocumentedTypes() {
        return tree.getTypeDecls().stream()
                .filter(type -> type instanceof ClassTree)
                .filter(type -> trees.getDocComment(TreePath.getPath(tree, type)) == null)
                .map(type -> ((ClassTree) type).getSimpleName().toString())
                .toList();
    }

    private long lineOf(Tree part, boolean start) {
        long position = start
                ? trees.getSourcePositions().getStartPosition(tree, part)
                : trees.getSourcePositions().getEndPosition(tree, part);
        return position < 0 ? 0 : tree.getLineMap().getLineNumber(position);
    }
}
