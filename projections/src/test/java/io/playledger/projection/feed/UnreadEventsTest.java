package io.playledger.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.Event;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Of what the feed does not read, nothing would be said. */
class UnreadEventsTest {

  private static final Path SAMPLES = Path.of("..", "docs", "events");

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void unreadEventsHaveNoFeedEntries() throws IOException {
    List<Class<?>> unread = new ArrayList<>();
    for (Context context : Contexts.all()) {
      FeedEntries<Event> entries = FeedProjection.entriesOf(context).orElse(null);
      if (entries != null) {
        for (Class<? extends Event> type : entries.unread()) {
          unread.add(type);
          assertThat(entries.of(sample(context, type))).isEqualTo(Happening.NONE);
        }
      }
    }
    assertThat(unread).isNotEmpty();
  }

  private Event sample(Context context, Class<? extends Event> type) throws IOException {
    String revision = type.getAnnotation(Revision.class).value();
    Path file =
        SAMPLES.resolve(context.name()).resolve(type.getSimpleName() + ".v" + revision + ".json");
    return json.treeToValue(json.readTree(Files.readString(file)).get("payload"), type);
  }
}
