package agentsettings.management;

import agentsettings.core.apps.ManagementKey;

/** The client that sent a request, as far as letting it in goes. */
interface ApiCaller {

    /** Its address, null if it is gone. */
    String address();

    /** Notes with which key it was let in. */
    void calledBy(ManagementKey key);
}
