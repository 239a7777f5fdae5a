import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites those classes of a jar that are older than Java 6 in the form of Java 6, which demands stack maps. The JVM's class cache
 * takes no older ones, so they would be read and verified at each start. Run by the JDK's source launcher, with the
 * paths of the jar and of the rewritten one.
 */
final class ModernizeClasses {

    /** Where a class file has the low byte of its major version; the high byte is 0. */
    private static final int MAJOR_VERSION = 7;

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path rewritten = Path.of(arguments[1]);
        try (ZipFile from = new ZipFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            ClassFile rewriter = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                boolean isOld = entry.getName().endsWith(".class") && bytes[MAJOR_VERSION] < ClassFile.JAVA_6_VERSION;
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(isOld ? modern(bytes, rewriter) : bytes);
            }
        }
    }

    private static byte[] modern(byte[] old, ClassFile rewriter) {
        // building a body anew makes its stack map
        ClassTransform code = ClassTransform.transformingMethodBodies((body, element) -> body.with(element));
        ClassTransform version = (type, element) -> {
            if (element instanceof ClassFileVersion) {
                type.withVersion(ClassFile.JAVA_6_VERSION, 0);
            } else {
                type.with(element);
            }
        };
        return rewriter.transformClass(rewriter.parse(old), code.andThen(version));
    }
}
