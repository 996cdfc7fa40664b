package io.playledger.web.amount;

import io.playledger.api.ledger.scale.Assets;
import io.playledger.api.ledger.scale.Decimals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires amounts. */
@Configuration(proxyBeanMethods = false)
@Import(TransferableAmounts.class)
class AmountConfiguration {

  @Bean
  Amounts amounts(Assets assets) {
    return new Amounts(new Decimals(assets));
  }
}
