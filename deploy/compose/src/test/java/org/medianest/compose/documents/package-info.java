/** The documents for operators, held against what they describe. */
@NullMarked
package org.medianest.compose.documents;

import org.jspecify.annotations.NullMarked;
