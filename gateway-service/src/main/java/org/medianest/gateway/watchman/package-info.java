/** The one replica that watches. */
@NullMarked
package org.medianest.gateway.watchman;

import org.jspecify.annotations.NullMarked;
