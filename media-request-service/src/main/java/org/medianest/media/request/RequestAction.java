package org.medianest.media.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody may do with a request. */
public enum RequestAction {
    APPROVE,
    DECLINE,
    CANCEL,
    RETRY,
    FOLLOW,
    UNFOLLOW;

    /** What this person may do with it now. */
    static List<RequestAction> of(SeenRequest seen, Viewer viewer) {
        MediaRequest request = seen.request();
        boolean mine = seen.isOf(viewer);
        Set<RequestAction> actions = EnumSet.noneOf(RequestAction.class);
        if (viewer.manages() && request.state == RequestState.PENDING) {
            actions.add(APPROVE);
            actions.add(DECLINE);
        }
        if ((mine || viewer.manages()) && request.state.canBecome(RequestState.CANCELLED)) {
            actions.add(CANCEL);
        }
        if ((mine || viewer.manages()) && request.canBeTriedAgain()) {
            actions.add(RETRY);
        }
        if (seen.following()) {
            actions.add(UNFOLLOW);
        } else if (!mine && request.state.isOpen()) {
            actions.add(FOLLOW);
        }
        return List.copyOf(actions);
    }
}
