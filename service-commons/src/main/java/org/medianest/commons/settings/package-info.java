/** Settings that come in another way than Quarkus knows. */
@NullMarked
package org.medianest.commons.settings;

import org.jspecify.annotations.NullMarked;
