/** For the tests of services: the homelab around a Quarkus application under test. */
@NullMarked
package org.medianest.homelab.testing;

import org.jspecify.annotations.NullMarked;
