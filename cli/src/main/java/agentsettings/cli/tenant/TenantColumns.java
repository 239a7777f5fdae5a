package agentsettings.cli.tenant;

import agentsettings.cli.output.OutputColumn;
import agentsettings.core.apps.TenantSpace;
import java.util.List;

/** The columns of lists of tenant spaces. */
final class TenantColumns {

    static final List<OutputColumn<TenantSpace>> TENANT = List.of(
            OutputColumn.of("TENANT", "id", TenantSpace::id),
            OutputColumn.of("REGION", "region", TenantSpace::region),
            OutputColumn.of("ACCESS CODE", "accessCode", TenantSpace::accessCode),
            OutputColumn.of("NUMBER CHECK", "numberCheck", TenantSpace::numberCheck),
            OutputColumn.of("CREATED", "createdAt", TenantSpace::createdAt),
            OutputColumn.of("NAME", "name", TenantSpace::name));

    private TenantColumns() {}
}
