package agentsettings.core.users;

// wrong: has 56 lines; divide it into files of at most 50.
// wrong: the lambda LAMBDA has 5 lines; extract steps until it has at most 4.
// wrong: the initializer has 5 lines; extract steps until it has at most 4.
// wrong: the constructor has 5 lines; extract steps until it has at most 4.
// wrong: the constructor has 4 parameters; put those that belong together into a record until it has at most 3.
// wrong: the method many has 5 lines; extract steps until it has at most 4.
// wrong: the method many has 4 parameters; put those that belong together into a record until it has at most 3.
// wrong: Example has no comment; say in one to three sentences what it is.
// wrong: the constructor has 5 lines; extract steps until it has at most 4.
// wrong: the constructor has 5 parameters; put those that belong together into a record until it has at most 3.

/** An example. */
final class Sizes {

    private static final Runnable LAMBDA = () -> {
        run();
        run();
        run();
    };

    static {
        run();
        run();
        run();
    }

    Sizes(int a, int b, int c, int d) {
        run();
        run();
        run();
    }

    static void run() {
        LAMBDA.run();
    }

    void many(int a, int b, int c, int d) {
        run();
        run();
        run();
    }

    record Example(int a, int b, int c, int d) {
        Example {
            run();
            run();
            run();
        }

        Example(int a, int b, int c, int d, int e) {
            this(a, b, c, d);
        }
    }
}
