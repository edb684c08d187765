/** What an operator calls: setup, doctor, update-ytdlp. The real scripts run, in folders of their own. */
@NullMarked
package org.medianest.compose.setup;

import org.jspecify.annotations.NullMarked;
