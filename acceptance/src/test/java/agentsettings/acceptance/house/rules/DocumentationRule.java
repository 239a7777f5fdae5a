package agentsettings.acceptance.house.rules;

import java.util.List;

/** Every type has a comment, nested types too unless they are private. */
record DocumentationRule() implements Rule {

    @Override
    public List<Violation> violations(Program program) {
        return program.sources().stream()
                .flatMap(source -> source.undocumentedTypes().stream()
                        .map(type -> source.violation(
                                type.line(),
                                type.text() + " has no comment; say in one to three sentences what it is.")))
                .toList();
    }
}
