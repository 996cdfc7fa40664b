package io.playledger.access.identity.registration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires how accounts come to be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdminSettings.class)
@Import({Registration.class, Newcomers.class, FirstAdmin.class})
class RegistrationConfiguration {}
