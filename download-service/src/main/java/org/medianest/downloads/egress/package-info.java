/** What a download may reach: which links, which addresses, and the one door to them. */
@NullMarked
package org.medianest.downloads.egress;

import org.jspecify.annotations.NullMarked;
