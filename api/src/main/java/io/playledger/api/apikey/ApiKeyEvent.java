package io.playledger.api.apikey;

import io.playledger.api.Event;

/** Events about API keys. Who caused them stands in their metadata. */
public sealed interface ApiKeyEvent extends Event
    permits ApiKeyCreated, ApiKeyRotated, ApiKeyRevoked {

  ApiKeyId key();
}
