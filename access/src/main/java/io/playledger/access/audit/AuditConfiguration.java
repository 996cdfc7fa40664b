package io.playledger.access.audit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires the audit trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
@Import(LoggedAuditTrail.class)
public class AuditConfiguration {

  @Bean
  SchedulingConfigurer auditCounts(LoggedAuditTrail trail, AuditSettings settings) {
    return tasks -> tasks.addFixedDelayTask(trail::writeCounts, settings.countingPeriod());
  }
}
