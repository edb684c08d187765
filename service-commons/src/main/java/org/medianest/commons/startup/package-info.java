/** Refuses to start on a set-up that would lose data. */
@NullMarked
package org.medianest.commons.startup;

import org.jspecify.annotations.NullMarked;
