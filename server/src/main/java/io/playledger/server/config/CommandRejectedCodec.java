package io.playledger.server.config;

import io.playledger.api.CommandRejected;
import io.playledger.api.Contexts;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.command.RejectionCodec;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Stores rejections as JSON: {@code {"code":"...","details":{...}}}. */
final class CommandRejectedCodec implements RejectionCodec {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Kept(String code, Map<String, String> details) {}

  @Override
  public boolean isRejection(Throwable failure) {
    return failure instanceof CommandRejected;
  }

  @Override
  public String toJson(Throwable rejection) {
    CommandRejected rejected = (CommandRejected) rejection;
    return JSON.writeValueAsString(new Kept(rejected.code().name(), rejected.details()));
  }

  @Override
  public RuntimeException fromJson(String json) {
    Kept kept = JSON.readValue(json, Kept.class);
    RejectionCode code =
        Contexts.rejection(kept.code())
            .orElseThrow(
                () -> new IllegalStateException("no context knows the rejection " + kept.code()));
    return CommandRejected.replayed(code, kept.details());
  }
}
