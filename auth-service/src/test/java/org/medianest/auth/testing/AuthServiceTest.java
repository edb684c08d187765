package org.medianest.auth.testing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.medianest.commons.testing.PostgresAndRedis;

/** A test of the running service, with real servers behind it. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(SecretFiles.class)
@WithTestResource(HomelabResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface AuthServiceTest {}
