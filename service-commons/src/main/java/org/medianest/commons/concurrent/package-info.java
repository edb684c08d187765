/** Between event loops, which never wait, and threads that may. */
@NullMarked
package org.medianest.commons.concurrent;

import org.jspecify.annotations.NullMarked;
