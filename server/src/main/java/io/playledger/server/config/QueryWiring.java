package io.playledger.server.config;

import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.scale.Assets;
import io.playledger.query.PersonalRecords;
import io.playledger.query.QuerySide;
import io.playledger.runtime.wiring.QueryHandlers;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the query side. */
@Configuration(proxyBeanMethods = false)
public class QueryWiring {

  @Bean
  QuerySide querySide(DSLContext readTables, PersonalTexts texts, Assets assets) {
    return new QuerySide(readTables, texts, assets);
  }

  @Bean
  QueryHandlers queryHandlers(QuerySide queries) {
    return new QueryHandlers(queries.handlers());
  }

  @Bean
  PersonalRecords personalRecords(QuerySide queries) {
    return queries.personalRecords();
  }
}
