package io.playledger.api.apikey;

import io.playledger.api.Event;

/** Events about API keys. Their metadata names the actor. */
public sealed interface ApiKeyEvent extends Event
    permits ApiKeyCreated, ApiKeyRotated, ApiKeyRevoked {

  ApiKeyId key();
}
