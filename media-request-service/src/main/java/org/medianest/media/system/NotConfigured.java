package org.medianest.media.system;

/** No admin has connected this system. */
public final class NotConfigured extends SystemDown {
    private static final long serialVersionUID = 1L;

    public NotConfigured(SystemKind kind) {
        super(kind, kind.title() + " is not set up yet. An admin can do that in the settings.");
    }
}
