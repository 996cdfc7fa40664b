package io.playledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every status that a row has had after each event of a day. */
class StatusesIT {

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Test
  void everyListingHasTheStatusesOfItsEvents() throws Exception {
    assertThat(statuses("SELECT id, status FROM listing"))
        .isEqualTo(
            Map.of(
                11L, List.of("ACTIVE", "RESERVED", "SOLD", "ACTIVE", "CLOSED"),
                12L, List.of("ACTIVE", "WITHDRAWN"),
                13L, List.of("ACTIVE", "EXPIRED"),
                14L, List.of("ACTIVE"),
                15L, List.of("ACTIVE")));
  }

  @Test
  void everyTradeHasTheStatusesOfItsEvents() throws Exception {
    assertThat(statuses("SELECT id, status FROM trade"))
        .isEqualTo(
            Map.of(
                21L,
                List.of("OFFERED", "ACCEPTED", "FUNDED", "DELIVERED", "DISPUTED", "COMPLETED"),
                22L,
                List.of("OFFERED", "ACCEPTED", "FUNDED", "DELIVERED"),
                23L,
                List.of("OFFERED", "ACCEPTED", "FUNDED", "CANCELLED"),
                24L,
                List.of("OFFERED", "DECLINED"),
                25L,
                List.of("OFFERED", "WITHDRAWN")));
  }

  @Test
  void everyEscrowHasTheStatusesOfItsEvents() throws Exception {
    assertThat(statuses("SELECT id, status FROM escrow"))
        .isEqualTo(
            Map.of(
                21L, List.of("FUNDED", "DELIVERED", "DISPUTED", "RULED", "SPLIT"),
                22L, List.of("FUNDED", "DELIVERED", "CONFIRMED", "RELEASED"),
                23L, List.of("FUNDED", "CANCELLATION_AGREED", "REFUNDED")));
  }

  @Test
  void everyDisputeHasTheStatesOfItsEvents() throws Exception {
    assertThat(statuses("SELECT escrow, state FROM dispute"))
        .isEqualTo(Map.of(21L, List.of("OPEN", "ASSIGNED", "RESOLVED")));
  }

  @Test
  void everyHoldHasTheStatesOfItsEvents() throws Exception {
    assertThat(statuses("SELECT id, state FROM hold"))
        .isEqualTo(
            Map.of(
                2_001L, List.of("PENDING", "CAPTURED"),
                2_002L, List.of("PENDING", "RELEASED"),
                2_003L, List.of("PENDING", "EXPIRED")));
  }

  /** The statuses of each row, one after the other, by the number in its id. */
  private Map<Long, List<String>> statuses(String rows) throws Exception {
    Map<Long, List<String>> statuses = new TreeMap<>();
    for (Event event : SampleMarket.all()) {
      tables.happened(event);
      tables
          .sql()
          .fetch(rows)
          .forEach(
              row -> {
                List<String> before =
                    statuses.computeIfAbsent(
                        number(row.get(0, UUID.class)), _ -> new ArrayList<>());
                String now = row.get(1, String.class);
                if (before.isEmpty() || !before.getLast().equals(now)) {
                  before.add(now);
                }
              });
    }
    return statuses;
  }

  private static long number(UUID id) {
    return id.getLeastSignificantBits() & 0xffff;
  }
}
