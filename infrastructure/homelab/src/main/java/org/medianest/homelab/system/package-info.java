/** What every stand-in has: its name, its address, the way it answers. */
@NullMarked
package org.medianest.homelab.system;

import org.jspecify.annotations.NullMarked;
