/** The files of deploy/compose and the images: sound, complete, and of one mind with everything that they name. */
@NullMarked
package org.medianest.compose.files;

import org.jspecify.annotations.NullMarked;
