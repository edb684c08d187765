@NullMarked
package org.medianest.homelab.mail;

import org.jspecify.annotations.NullMarked;
