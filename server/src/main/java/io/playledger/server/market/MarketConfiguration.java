package io.playledger.server.market;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the market. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MarketSettings.class)
class MarketConfiguration {}
