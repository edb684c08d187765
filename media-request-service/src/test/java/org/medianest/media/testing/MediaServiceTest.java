package org.medianest.media.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;
import org.medianest.homelab.testing.HomelabResource;

/** A test of the running service, with real servers behind it. All of them share one start of it. */
@QuarkusTest
@WithTestResource(value = PostgresAndRedis.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestTokens.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SecretKey.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = HomelabResource.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface MediaServiceTest {}
