package io.playledger.access.identity.registration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the registration of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdminSettings.class)
@Import({Registration.class, Newcomers.class, FirstAdmin.class})
class RegistrationConfiguration {}
