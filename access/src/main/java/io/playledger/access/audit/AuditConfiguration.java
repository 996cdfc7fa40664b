package io.playledger.access.audit;

import io.playledger.api.PersonalTexts;
import io.playledger.runtime.command.Commands;
import io.playledger.web.authority.Refusals;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires the audit trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
public class AuditConfiguration {

  @Bean
  LoggedAuditTrail auditTrail(
      Commands commands, PersonalTexts texts, AuditSettings settings, Clock clock) {
    return new LoggedAuditTrail(commands, texts, settings, clock);
  }

  @Bean
  SchedulingConfigurer auditCounts(LoggedAuditTrail trail, AuditSettings settings) {
    return tasks -> tasks.addFixedDelayTask(trail::writeCounts, settings.countingPeriod());
  }

  @Bean
  Refusals refusals(AuditTrail trail) {
    return trail::refused;
  }
}
