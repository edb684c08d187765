package org.medianest.auth.notification.delivery;

/** How news goes to somebody who is not looking. */
public enum Way {
    MAIL,
    PUSH
}
