package agentsettings.core.users;

// wrong: is unfinished; finish it or leave it out.

/** An example. */
final class Unfinished {

    void run() {
        throw new UnsupportedOperationException();
    }
}
