/** News by the push services of browsers: RFC 8030, encrypted as in RFC 8291, signed as in RFC 8292. */
@NullMarked
package org.medianest.auth.notification.push;

import org.jspecify.annotations.NullMarked;
