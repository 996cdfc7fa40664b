package io.playledger.access.identity.journeys;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the ways in through other sites. */
@Configuration(proxyBeanMethods = false)
@Import({ExternalSignIn.class, ExternalJourneys.class, Unlinking.class})
class JourneysConfiguration {}
