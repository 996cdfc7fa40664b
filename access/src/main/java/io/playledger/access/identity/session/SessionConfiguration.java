package io.playledger.access.identity.session;

import io.playledger.runtime.wiring.EventStoreWriterSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
@Import({SessionTable.class, Standings.class, Sessions.class})
class SessionConfiguration {

  @Bean(initMethod = "start")
  Notices notices(EventStoreWriterSource connections, JdbcClient database) {
    return new Notices(connections.dataSource(), database);
  }
}
