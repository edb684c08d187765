package org.medianest.gateway.session;

import java.util.Set;

/** Who knocks. */
public sealed interface Visitor {
    /** Nobody we know: no session, or one that has ended. */
    record Anonymous() implements Visitor {}

    /**
     * A person with a living session.
     *
     * @param session its public id
     * @param token what the services believe; it lives long enough for one request
     */
    record SignedIn(String user, String session, Set<String> permissions, String token) implements Visitor {
        public SignedIn {
            permissions = Set.copyOf(permissions);
        }

        /** Without the token: it must not get into a log. */
        @Override
        public String toString() {
            return "SignedIn[" + user + "]";
        }
    }

    Visitor NOBODY = new Anonymous();
}
