package io.playledger.web.call;

import io.playledger.web.text.PlainTextValidator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads texts of request bodies; refuses control characters except for tab and newline. */
final class PlainStrings extends StringDeserializer {

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    String text = super.deserialize(parser, context);
    if (text != null && !PlainTextValidator.isPlain(text)) {
      throw context.weirdStringException(text, String.class, "control characters");
    }
    return text;
  }
}
