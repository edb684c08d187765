/** Operating system processes: starting, knowing again, measuring and ending them. */
@NullMarked
package org.medianest.local.process;

import org.jspecify.annotations.NullMarked;
