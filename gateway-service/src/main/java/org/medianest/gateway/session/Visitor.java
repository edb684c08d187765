package org.medianest.gateway.session;

/** Who knocks. */
public sealed interface Visitor {
    /** Nobody we know: no session, or one that has ended. */
    record Anonymous() implements Visitor {}

    /**
     * A person with a living session.
     *
     * @param token what the services believe; it lives long enough for one request
     */
    record SignedIn(String user, String token) implements Visitor {
        /** Without the token: it must not get into a log. */
        @Override
        public String toString() {
            return "SignedIn[" + user + "]";
        }
    }

    Visitor NOBODY = new Anonymous();
}
