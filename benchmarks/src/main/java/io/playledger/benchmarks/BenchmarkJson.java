package io.playledger.benchmarks;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of JSON a row, for machines. What there is none of is null. */
final class BenchmarkJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BenchmarkJson() {}

  static String line(Row row) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("benchmark", row.benchmark());
    put(json, "rate", row.rate().median());
    put(json, "p50Millis", row.p50Millis());
    put(json, "p95Millis", row.p95Millis());
    put(json, "p99Millis", row.p99Millis());
    row.peer()
        .ifPresent(
            peer -> {
              json.put("peer", peer.name());
              put(json, "peerRate", peer.rate());
            });
    row.ratio().ifPresent(ratio -> put(json, "ratio", ratio));
    return MAPPER.writeValueAsString(json);
  }

  private static void put(ObjectNode json, String name, double figure) {
    if (Double.isFinite(figure)) {
      json.put(name, Math.round(figure * 1000) / 1000.0);
    } else {
      json.putNull(name);
    }
  }
}
