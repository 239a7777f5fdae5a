package agentsettings.acceptance.durability;

/** What a process did to files, or answered, as strace has seen it, in the order in which it began. Immutable. */
sealed interface FileOperation {

    /** The line of the trace at which it began, from where on it may have effect. */
    int began();

    /** The line of the trace at which it had ended. */
    int ended();

    /** The line from which on it has effect: its begin, but for a synchronization, which promises nothing before its end. */
    default int takesEffect() {
        return this instanceof Sync ? ended() : began();
    }

    /** A file or folder got a name. A folder begins empty, a file unless it existed. */
    record Create(int began, int ended, String path, boolean isFolder) implements FileOperation {}

    /** A file got a further name. */
    record Link(int began, int ended, String from, String to) implements FileOperation {}

    /** A file got another name. */
    record Rename(int began, int ended, String from, String to) implements FileOperation {}

    /** A file lost a name. */
    record Unlink(int began, int ended, String path) implements FileOperation {}

    /** Bytes were written at a position of a file. */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes or compares it
    record Write(int began, int ended, String path, long offset, byte[] data) implements FileOperation {}

    /** A file was cut, or extended by zeros, to this length. */
    record Truncate(int began, int ended, String path, long length) implements FileOperation {}

    /** A file or a folder was synchronized. */
    record Sync(int began, int ended, String path) implements FileOperation {}

    /** A response was sent to the client on this port. */
    record ResponseSent(int began, int ended, int port) implements FileOperation {}
}
