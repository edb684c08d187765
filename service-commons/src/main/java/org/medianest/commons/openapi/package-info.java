/** What the OpenAPI documents of the services have in common. */
@NullMarked
package org.medianest.commons.openapi;

import org.jspecify.annotations.NullMarked;
