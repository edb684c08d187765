/** Takes news to people: what is on its way, and when it is tried again. The ways themselves are elsewhere. */
@NullMarked
package org.medianest.auth.notification.delivery;

import org.jspecify.annotations.NullMarked;
