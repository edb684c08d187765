package org.medianest.media.request;

import java.util.UUID;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;

/**
 * Who looks at requests, or does something with them.
 *
 * @param manages decides on everybody's requests, and has no quota
 * @param seesAll may look at everybody's requests
 * @param needsNoApproval what they ask for is approved at once
 */
public record Viewer(UUID id, String name, boolean manages, boolean seesAll, boolean needsNoApproval) {
    /** The person behind the HTTP request. */
    public static Viewer of(Caller caller) {
        boolean manages = caller.may(Permission.REQUESTS_MANAGE);
        return new Viewer(
                caller.id(),
                caller.username(),
                manages,
                manages || caller.may(Permission.REQUESTS_VIEW_ALL),
                manages || caller.may(Permission.REQUESTS_AUTO_APPROVE));
    }
}
