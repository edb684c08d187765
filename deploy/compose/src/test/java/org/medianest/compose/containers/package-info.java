/** The images are built and the house is run in containers, by the files and scripts that operators get. */
@NullMarked
package org.medianest.compose.containers;

import org.jspecify.annotations.NullMarked;
