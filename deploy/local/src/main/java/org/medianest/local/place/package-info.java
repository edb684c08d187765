/** Where things are: folders, ports, secrets, and the sentence that says why something cannot be done. */
@NullMarked
package org.medianest.local.place;

import org.jspecify.annotations.NullMarked;
