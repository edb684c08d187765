/** Downloads as jobs: what was asked for, in what state it is, and who may work on it. */
@NullMarked
package org.medianest.downloads.job;

import org.jspecify.annotations.NullMarked;
