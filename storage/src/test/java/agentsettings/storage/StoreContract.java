package agentsettings.storage;

import java.io.IOException;
import org.junit.jupiter.api.Nested;

/**
 * What every engine's store must do, whoever writes it. An engine is tested by a subclass that provides it; each test gets a
 * database of its own.
 */
public abstract class StoreContract {

    /** An engine with an empty database. */
    protected abstract Engine engine() throws IOException;

    @Nested
    class CreateAndDelete extends CreateAndDeleteContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class Feed extends ChangeFeedContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class Update extends UpdateContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class IdempotencyKeys extends IdempotencyContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class ChangeLog extends ChangeLogContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class Reopening extends ReopeningContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }

    @Nested
    class OfJobs extends JobsContract {
        @Override
        Engine engine() throws IOException {
            return StoreContract.this.engine();
        }
    }
}
