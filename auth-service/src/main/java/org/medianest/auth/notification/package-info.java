/** What people are told: their inbox. */
@NullMarked
package org.medianest.auth.notification;

import org.jspecify.annotations.NullMarked;
