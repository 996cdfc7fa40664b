package io.playledger.access.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the parts that all packages of identity share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(IdentityUpkeep.class)
class IdentityConfiguration {}
