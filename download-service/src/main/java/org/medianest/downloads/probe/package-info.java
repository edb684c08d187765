/** Looking at a link before it is asked for: what it is called, how long it is, what there is to choose from. */
@NullMarked
package org.medianest.downloads.probe;

import org.jspecify.annotations.NullMarked;
