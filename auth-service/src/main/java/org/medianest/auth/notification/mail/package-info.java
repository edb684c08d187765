/** News by mail. */
@NullMarked
package org.medianest.auth.notification.mail;

import org.jspecify.annotations.NullMarked;
