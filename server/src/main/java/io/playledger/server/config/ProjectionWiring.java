package io.playledger.server.config;

import io.playledger.api.PersonalTexts;
import io.playledger.projection.escrow.EscrowProjection;
import io.playledger.projection.feed.FeedProjection;
import io.playledger.projection.identity.IdentityProjection;
import io.playledger.projection.ledger.LedgerProjection;
import io.playledger.projection.market.MarketProjection;
import io.playledger.projection.reputation.ReputationProjection;
import io.playledger.projection.score.ScoreProjection;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers that write the read tables; the runtime finds them by their annotation. */
@Configuration(proxyBeanMethods = false)
public class ProjectionWiring {

  @Bean
  IdentityProjection identityProjection(DSLContext readTables, PersonalTexts texts) {
    return new IdentityProjection(readTables, texts);
  }

  @Bean
  LedgerProjection ledgerProjection(DSLContext readTables) {
    return new LedgerProjection(readTables);
  }

  @Bean
  MarketProjection marketProjection(DSLContext readTables, PersonalTexts texts) {
    return new MarketProjection(readTables, texts);
  }

  @Bean
  EscrowProjection escrowProjection(DSLContext readTables) {
    return new EscrowProjection(readTables);
  }

  @Bean
  ReputationProjection reputationProjection(DSLContext readTables) {
    return new ReputationProjection(readTables);
  }

  @Bean
  ScoreProjection scoreProjection(DSLContext readTables) {
    return new ScoreProjection(readTables);
  }

  @Bean
  FeedProjection feedProjection(DSLContext readTables) {
    return new FeedProjection(readTables);
  }
}
