package org.medianest.downloads.egress;

/** What is to be said of a link that somebody has pasted. The sentences are for people. */
public sealed interface LinkVerdict {
    record Accepted(Link link) implements LinkVerdict {}

    /** Not a link that can be understood. */
    record Malformed(String sentence) implements LinkVerdict {}

    /** A link, but one that this house does not follow. */
    record Forbidden(String sentence) implements LinkVerdict {}

    /** A good link, but not to one video. */
    record NotOneVideo(String sentence) implements LinkVerdict {}
}
