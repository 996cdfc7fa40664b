package io.playledger.api.apikey;

import io.playledger.api.Command;

/**
 * Commands about API keys. They never contain a secret: secrets are stored as hashes in schema
 * auth.
 */
public sealed interface ApiKeyCommand<R> extends Command<R>
    permits CreateApiKey, RotateApiKey, RevokeApiKey {

  ApiKeyId key();

  @Override
  default String aggregateId() {
    return key().aggregateId();
  }
}
