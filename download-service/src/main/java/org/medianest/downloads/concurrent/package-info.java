/** The two ways between event loops and threads that may wait. */
@NullMarked
package org.medianest.downloads.concurrent;

import org.jspecify.annotations.NullMarked;
