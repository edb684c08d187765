/** What the tests of several parts need: files of the repository, programs of the machine. */
@NullMarked
package org.medianest.compose.testing;

import org.jspecify.annotations.NullMarked;
