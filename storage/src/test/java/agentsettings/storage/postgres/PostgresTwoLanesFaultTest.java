package agentsettings.storage.postgres;

/**
 * A connection to PostgreSQL that fails at a call, or whose answer to it is lost, while two lanes write. Tries every fifth call; {@code
 * -Dfaults.stride=1} every one.
 */
class PostgresTwoLanesFaultTest extends PostgresFaultTest {

    @Override
    int lanes() {
        return 2;
    }

    @Override
    protected int stride() {
        return Integer.getInteger("faults.stride", 5);
    }
}
