package io.playledger.web.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes JSON replies with their length, headers and body in one piece. Without the length a reply
 * is sent in chunks: two writes for the server and two wake-ups for the client. Replies are pages
 * of limited size, so they fit in memory. Reads bodies, and refuses control characters in their
 * texts, and times that cannot be stored.
 */
final class WholeAnswers extends JacksonJsonHttpMessageConverter {

  private static final int BYTES_AT_FIRST = 1_024;

  WholeAnswers(JsonMapper json) {
    super(
        json.rebuild()
            .addModule(
                new SimpleModule()
                    .addDeserializer(String.class, new PlainStrings())
                    .addDeserializer(Instant.class, new StorableInstants()))
            .build());
  }

  @Override
  protected void writeInternal(
      Object answer,
      ResolvableType type,
      HttpOutputMessage message,
      @Nullable Map<String, Object> hints)
      throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(BYTES_AT_FIRST);
    super.writeInternal(answer, type, new Kept(message.getHeaders(), whole), hints);
    message.getHeaders().setContentLength(whole.size());
    whole.writeTo(message.getBody());
  }

  private record Kept(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getBody() {
      return body;
    }
  }
}
