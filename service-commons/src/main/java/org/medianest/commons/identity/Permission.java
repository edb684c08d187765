package org.medianest.commons.identity;

import java.util.Set;

/** What a person may be allowed to do. Constants, because {@code @RolesAllowed} takes nothing else. */
public final class Permission {
    public static final String USERS_MANAGE = "users:manage";
    public static final String SETTINGS_MANAGE = "settings:manage";
    public static final String AUDIT_READ = "audit:read";
    public static final String REQUESTS_CREATE = "requests:create";
    public static final String REQUESTS_CREATE_4K = "requests:create-4k";
    public static final String REQUESTS_AUTO_APPROVE = "requests:auto-approve";
    public static final String REQUESTS_MANAGE = "requests:manage";
    public static final String REQUESTS_VIEW_ALL = "requests:view-all";
    public static final String DOWNLOADS_CREATE = "downloads:create";
    public static final String DOWNLOADS_PLAYLISTS = "downloads:playlists";
    public static final String DOWNLOADS_SUBSCRIPTIONS = "downloads:subscriptions";
    public static final String DOWNLOADS_MANAGE = "downloads:manage";
    public static final String STATUS_READ = "status:read";
    public static final String ISSUES_CREATE = "issues:create";
    public static final String ISSUES_MANAGE = "issues:manage";

    /** All of them: what an admin has. */
    public static final Set<String> ALL = Set.of(
            USERS_MANAGE,
            SETTINGS_MANAGE,
            AUDIT_READ,
            REQUESTS_CREATE,
            REQUESTS_CREATE_4K,
            REQUESTS_AUTO_APPROVE,
            REQUESTS_MANAGE,
            REQUESTS_VIEW_ALL,
            DOWNLOADS_CREATE,
            DOWNLOADS_PLAYLISTS,
            DOWNLOADS_SUBSCRIPTIONS,
            DOWNLOADS_MANAGE,
            STATUS_READ,
            ISSUES_CREATE,
            ISSUES_MANAGE);

    private Permission() {}
}
