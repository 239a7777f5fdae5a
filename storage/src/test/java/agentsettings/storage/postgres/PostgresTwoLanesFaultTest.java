package agentsettings.storage.postgres;

/** A connection to PostgreSQL that fails at a call, or whose answer to it is lost, while two lanes write. */
class PostgresTwoLanesFaultTest extends PostgresFaultTest {

    @Override
    int lanes() {
        return 2;
    }
}
