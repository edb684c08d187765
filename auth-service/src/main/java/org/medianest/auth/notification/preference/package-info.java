/** By which ways people want to hear of their news. */
@NullMarked
package org.medianest.auth.notification.preference;

import org.jspecify.annotations.NullMarked;
