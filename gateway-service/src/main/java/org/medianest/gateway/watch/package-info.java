/** What is watched: how it is, how it was, and the news of it. */
@NullMarked
package org.medianest.gateway.watch;

import org.jspecify.annotations.NullMarked;
