package io.playledger.access.identity.person;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the keys of persons. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonKeySettings.class)
@Import({PersonKeys.class, SealedPersonalTexts.class})
class PersonConfiguration {}
