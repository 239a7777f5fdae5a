package agentsettings.cli.tenant;

import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.remote.DirectoryRecords;
import agentsettings.client.management.records.Tenant;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.TenantSpace;
import java.util.List;
import java.util.stream.Stream;

/** The columns of lists of tenant spaces, whether the service or the database has them. */
final class TenantColumns {

    static final List<OutputColumn<Tenant>> TENANT = List.of(
            OutputColumn.of("TENANT", "id", Tenant::id),
            OutputColumn.of("REGION", "region", Tenant::region),
            OutputColumn.of("ACCESS CODE", "accessCode", Tenant::accessCode),
            OutputColumn.of("NUMBER CHECK", "numberCheck", Tenant::numberCheck),
            OutputColumn.of("CREATED", "createdAt", Tenant::createdAt),
            OutputColumn.of("NAME", "name", Tenant::name));

    /** Of one tenant space, with the version that a condition names. */
    static final List<OutputColumn<Versioned<Tenant>>> VERSIONED = Stream.concat(
                    TENANT.stream().map(column -> column.in(Versioned<Tenant>::record)),
                    Stream.of(OutputColumn.of("VERSION", "tag", Versioned<Tenant>::tag)))
            .toList();

    /** The outcomes of the database. */
    static final DirectoryRecords<TenantSpace, Tenant> STORED =
            new DirectoryRecords<>(TenantColumns::tenant, TenantSpace::tag);

    static Tenant tenant(TenantSpace space) {
        return new Tenant(
                space.id(), space.name(), space.region(), space.accessCode(), space.numberCheck(), space.createdAt());
    }

    private TenantColumns() {}
}
