package io.playledger.server.config;

import io.playledger.api.PersonalTexts;
import io.playledger.query.QuerySide;
import io.playledger.runtime.wiring.QueryHandlers;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers that read the read tables. */
@Configuration(proxyBeanMethods = false)
public class QueryWiring {

  @Bean
  QueryHandlers queryHandlers(DSLContext readTables, PersonalTexts texts) {
    return new QueryHandlers(QuerySide.handlers(readTables, texts));
  }
}
