package io.playledger.access.identity.external;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the identities at other sites. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInStepSettings.class)
@Import({ExternalIdentities.class, SignInSteps.class})
class ExternalConfiguration {}
