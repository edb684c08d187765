/** What the tests of this service have in common. */
package org.medianest.media.testing;
