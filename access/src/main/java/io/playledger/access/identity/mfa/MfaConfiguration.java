package io.playledger.access.identity.mfa;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the second factor. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MfaSettings.class)
@Import({FactorTable.class, BackupCodes.class, SecondFactors.class})
class MfaConfiguration {}
