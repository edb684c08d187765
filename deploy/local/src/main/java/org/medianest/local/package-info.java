/** Runs the whole suite on one machine: reads the command and hands it to the package that does the work. */
@NullMarked
package org.medianest.local;

import org.jspecify.annotations.NullMarked;
