/** How the gateway answers what it does not pass on. */
@NullMarked
package org.medianest.gateway.answer;

import org.jspecify.annotations.NullMarked;
