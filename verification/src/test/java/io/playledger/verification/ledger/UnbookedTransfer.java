package io.playledger.verification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.net.URI;
import java.util.UUID;

/** One cent that moves behind the back of the clients' books. */
public final class UnbookedTransfer {

  private UnbookedTransfer() {}

  public static void make(URI server, Actor payer, Actor payee) {
    try (ApiClient client =
        new ApiClient(server, RetryPolicy.patient(0), new Latencies(), new Tally<>())) {
      assertThat(client.login(payer).ok()).isTrue();
      assertThat(client.login(payee).ok()).isTrue();
      assertThat(
              client
                  .send(
                      ApiCall.of(
                              "wallet.transfer",
                              "POST",
                              "/wallet/transfers",
                              Json.object()
                                  .put("to", payee.playerId())
                                  .put("asset", "USD")
                                  .put("amount", "0.01"))
                          .as(payer)
                          .keyed(UUID.randomUUID()))
                  .status())
          .isEqualTo(201);
    }
  }
}
