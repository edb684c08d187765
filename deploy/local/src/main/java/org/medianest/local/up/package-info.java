/** Brings everything up, keeps it up, and takes it down in order. */
@NullMarked
package org.medianest.local.up;

import org.jspecify.annotations.NullMarked;
