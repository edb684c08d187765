/** The addresses that the gateway answers itself. */
@NullMarked
package org.medianest.gateway.own;

import org.jspecify.annotations.NullMarked;
