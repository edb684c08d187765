/** Between event loops, which never wait, and threads that may; and between things that are done one after the other. */
@NullMarked
package org.medianest.commons.concurrent;

import org.jspecify.annotations.NullMarked;
