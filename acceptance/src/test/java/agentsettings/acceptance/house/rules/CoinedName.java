package agentsettings.acceptance.house.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A name that is forbidden because a standard term exists. In the table {@code *} stands for any letters; before the name there may be the
 * packages in which alone it is forbidden, or the word "package" when it is the name of one.
 */
record CoinedName(Table.Row scope, Pattern name, String standard) {

    private static final String PACKAGE = "package";

    static CoinedName of(Table.Row row) {
        List<String> parts = List.of(row.name().split(" "));
        Table.Row scope = new Table.Row("scope", parts.subList(0, parts.size() - 1));
        Pattern name = Pattern.compile(parts.getLast().replace("*", "\\w*"));
        return new CoinedName(scope, name, String.join(" ", row.values()));
    }

    /** Those of these names that are forbidden here. */
    List<SourceFile.Name> in(SourceFile source, List<SourceFile.Name> names) {
        boolean everywhere = scope.values().isEmpty();
        if (!everywhere && !scope.includes(Program.shortName(source.packageName()))) {
            return List.of();
        }
        return names.stream()
                .filter(found -> name.matcher(found.text()).matches())
                .toList();
    }

    /** Whether it is the name of the package that the file describes. */
    boolean isPackageOf(SourceFile source) {
        String packageName = source.packageName();
        return scope.values().contains(PACKAGE)
                && source.isPackageInfo()
                && name.matcher(packageName.substring(packageName.lastIndexOf('.') + 1))
                        .matches();
    }
}
