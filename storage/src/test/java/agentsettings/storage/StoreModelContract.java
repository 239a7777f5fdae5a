package agentsettings.storage;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to it, a store never differs from a few plain maps. An engine is tested by a subclass that provides it. */
public abstract class StoreModelContract {

    /** An engine with an empty database. */
    protected abstract Engine engine() throws IOException;

    @Property(seed = "1307145259662215169", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theStoreAgreesWithItsModel(@ForAll("steps") List<Step> steps) throws IOException {
        try (Engine engine = engine()) {
            StoreRun.requireAgreement(engine, steps);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Steps.any();
    }
}
