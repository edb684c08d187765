/** What the tests of requests have in common. */
package org.medianest.media.request.testing;
