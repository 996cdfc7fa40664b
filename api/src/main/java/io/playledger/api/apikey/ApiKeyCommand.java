package io.playledger.api.apikey;

import io.playledger.api.Command;

/** Commands about API keys. Their secrets never enter them: they live in schema auth, hashed. */
public sealed interface ApiKeyCommand<R> extends Command<R>
    permits CreateApiKey, RotateApiKey, RevokeApiKey {

  ApiKeyId key();

  @Override
  default String aggregateId() {
    return key().aggregateId();
  }
}
