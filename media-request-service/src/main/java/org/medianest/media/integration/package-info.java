/** The systems that an admin has connected MediaNest with. */
@NullMarked
package org.medianest.media.integration;

import org.jspecify.annotations.NullMarked;
