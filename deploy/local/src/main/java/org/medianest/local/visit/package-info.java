/** A person's visit over HTTP, and a site with a film for it: what measurements and training have in common. */
@NullMarked
package org.medianest.local.visit;

import org.jspecify.annotations.NullMarked;
