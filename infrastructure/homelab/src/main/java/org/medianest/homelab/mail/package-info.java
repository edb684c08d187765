/** Where mails and webhooks end that MediaNest, the arrs or Seerr send: kept to be looked at. */
@NullMarked
package org.medianest.homelab.mail;

import org.jspecify.annotations.NullMarked;
