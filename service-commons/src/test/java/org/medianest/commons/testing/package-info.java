/** Fixtures for the tests of all services: real servers, signed tokens, an event probe, the rules of the house. */
@NullMarked
package org.medianest.commons.testing;

import org.jspecify.annotations.NullMarked;
