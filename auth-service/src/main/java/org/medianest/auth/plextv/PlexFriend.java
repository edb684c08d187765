package org.medianest.auth.plextv;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with whom the owner shares the server.
 *
 * @param thumb address of their picture
 * @param pending whether they have not accepted yet
 */
public record PlexFriend(PlexPerson person, @Nullable String thumb, boolean pending) {}
