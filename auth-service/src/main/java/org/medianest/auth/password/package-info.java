/** Local passwords. */
@NullMarked
package org.medianest.auth.password;

import org.jspecify.annotations.NullMarked;
