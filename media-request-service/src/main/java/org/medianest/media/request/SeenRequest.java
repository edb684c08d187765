package org.medianest.media.request;

import org.jspecify.annotations.Nullable;

/**
 * A request as somebody sees it.
 *
 * @param requesterCalled how who asked for it is called now
 * @param deciderCalled how who decided on it is called now
 * @param followers how many wait for it beside who asked for it
 * @param following whether who looks is one of them
 */
record SeenRequest(
        MediaRequest request,
        String requesterCalled,
        @Nullable String deciderCalled,
        int followers,
        boolean following) {
    boolean isOf(Viewer viewer) {
        return request.requester.equals(viewer.id());
    }
}
