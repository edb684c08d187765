/** The events that services tell each other, and their envelope. */
@NullMarked
package org.medianest.commons.event;

import org.jspecify.annotations.NullMarked;
