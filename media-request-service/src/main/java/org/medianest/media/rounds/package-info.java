/** Work that goes round and round, on one replica at a time. */
@NullMarked
package org.medianest.media.rounds;

import org.jspecify.annotations.NullMarked;
