package org.medianest.commons.deadletter;

/**
 * Where the dead letters of a stream lie in Redis. {@code bury.lua} and {@code unbury.lua} keep both keys in step.
 *
 * @param stream the name of the stream
 */
public record Graveyard(String stream) {
    /** A stream of the dead letters themselves. */
    public String letters() {
        return stream + ":dead";
    }

    /** A hash that knows an event of a consumer again, so that it is buried once. */
    public String known() {
        return letters() + ":known";
    }
}
