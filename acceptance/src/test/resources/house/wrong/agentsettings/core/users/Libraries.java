package agentsettings.core.users;

import javax.crypto.Mac;

// wrong: core.users may not use java.sql; move the code, or see libraries.txt.
// wrong: uses javax.crypto, of no row in libraries.txt; add one there.

/** An example. */
final class Libraries {

    Mac mac;

    void use(java.sql.Connection connection) {}
}
