package io.playledger.server.config;

import io.playledger.query.PersonalRecords;
import io.playledger.query.QuerySide;
import io.playledger.runtime.wiring.QueryHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the query side. */
@Configuration(proxyBeanMethods = false)
@Import(QuerySide.class)
public class QueryWiring {

  @Bean
  QueryHandlers queryHandlers(QuerySide queries) {
    return new QueryHandlers(queries.handlers());
  }

  @Bean
  PersonalRecords personalRecords(QuerySide queries) {
    return queries.personalRecords();
  }
}
