package agentsettings.cli.number;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.numbers.NumberUse;
import agentsettings.client.management.records.Versioned;
import java.util.List;
import java.util.stream.Stream;

/** The columns of lists of numbers and of their uses. */
final class NumberColumns {

    static final List<OutputColumn<NumberRecord>> NUMBER = List.of(
            OutputColumn.of("NUMBER", "number", each -> each.number().digits()),
            OutputColumn.of("KINDS", "kinds", NumberRecord::kinds),
            OutputColumn.of("DESCRIPTION", "description", NumberRecord::description),
            OutputColumn.of("WITHDRAWN", "withdrawn", NumberRecord::withdrawn),
            OutputColumn.of("CREATED", "createdAt", NumberRecord::createdAt).unlisted());

    /** Of one number, with the version that a condition names. */
    static final List<OutputColumn<Versioned<NumberRecord>>> VERSIONED = Stream.concat(
                    NUMBER.stream().map(column -> column.in(Versioned<NumberRecord>::record)),
                    Stream.of(OutputColumn.of("VERSION", "tag", Versioned<NumberRecord>::tag)))
            .toList();

    static final List<OutputColumn<NumberUse>> USE = List.of(
            OutputColumn.of("USER ID", "userId", NumberUse::userId),
            OutputColumn.of("ACCOUNT", "account", NumberUse::account),
            OutputColumn.of("NAME", "name", NumberUse::name),
            OutputColumn.of("FIELDS", "fields", NumberUse::fields));

    private NumberColumns() {}
}
