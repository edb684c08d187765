/** How we speak to plex.tv. What it says is untrusted: bounded in size and time, read field by field. */
@NullMarked
package org.medianest.auth.plextv;

import org.jspecify.annotations.NullMarked;
