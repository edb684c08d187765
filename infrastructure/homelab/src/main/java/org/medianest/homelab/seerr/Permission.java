package org.medianest.homelab.seerr;

/** What people may do, as bits of a number. An admin may do all. */
public enum Permission {
    ADMIN(2),
    MANAGE_SETTINGS(4),
    MANAGE_USERS(8),
    MANAGE_REQUESTS(16),
    REQUEST(32),
    AUTO_APPROVE(128),
    AUTO_APPROVE_MOVIE(256),
    AUTO_APPROVE_TV(512),
    REQUEST_ADVANCED(8192),
    REQUEST_VIEW(16384),
    REQUEST_MOVIE(262144),
    REQUEST_TV(524288);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    public static int of(Permission... permissions) {
        int sum = 0;
        for (Permission permission : permissions) {
            sum |= permission.bit;
        }
        return sum;
    }
}
