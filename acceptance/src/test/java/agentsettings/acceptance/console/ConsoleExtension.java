package agentsettings.acceptance.console;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Visitor} or the {@link ConsoleServer}. One browser and one server serve all tests of a JVM. When a test ends, its
 * visitor requires that the browser had nothing to complain of. Without Chromium, tests are skipped.
 */
final class ConsoleExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ConsoleExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.find().isPresent()
                ? ConditionEvaluationResult.enabled("Chromium is installed")
                : ConditionEvaluationResult.disabled(
                        "There is no Chromium; install Debian's package chromium, or set CHROMIUM to its path.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitor.class || type == ConsoleServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store shared = context.getRoot().getStore(NAMESPACE);
        ConsoleServer server =
                shared.computeIfAbsent(ConsoleServer.class, _ -> ConsoleServer.start(), ConsoleServer.class);
        if (parameter.getParameter().getType() == ConsoleServer.class) {
            return server;
        }
        Chromium chromium = shared.computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Visitor.class, _ -> new Visitor(chromium, server), Visitor.class);
    }
}
