package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the build says of a changed event: that the samples' test can fail. */
class StoredSampleTest {

  private static final String TYPE = "post.Parcel";
  private static final Map<String, Class<?>> TYPES = Map.of(TYPE, Parcel.class);
  private static final StoredSample FIRST =
      new StoredSample(TYPE, "1", "{\"to\":\"ada\",\"kilos\":3}");
  private static final StoredSample SECOND =
      new StoredSample(TYPE, "2", "{\"to\":\"ada\",\"grams\":3000}");

  /** First it had {@code kilos}, then {@code grams}, now also whether it is fragile. */
  @Revision("3")
  record Parcel(String to, long grams, boolean fragile) {}

  private static final EventUpcaster TO_GRAMS =
      new Step("1", "2") {
        @Override
        void change(ObjectNode parcel) {
          parcel.put("grams", parcel.remove("kilos").asLong() * 1_000);
        }
      };

  private static final EventUpcaster TO_FRAGILE =
      new Step("2", "3") {
        @Override
        void change(ObjectNode parcel) {
          parcel.put("fragile", false);
        }
      };

  @Test
  void everyRevisionIsReadAsTheCurrentOne() {
    List<EventUpcaster> upcasters = List.of(TO_GRAMS, TO_FRAGILE);

    assertThat(Stream.of(FIRST, SECOND).map(sample -> sample.read(TYPES, upcasters)))
        .containsOnly(new Parcel("ada", 3_000, false));
  }

  @Test
  void revisionWithoutAnUpcasterFails() {
    assertThatThrownBy(() -> FIRST.read(TYPES, List.of(TO_FRAGILE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("revision 1 needs an upcaster");
    assertThatThrownBy(() -> FIRST.read(TYPES, List.of(TO_GRAMS)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("revision 1 needs an upcaster");
  }

  @Test
  void upcasterThatLosesAMemberFails() {
    EventUpcaster forgetful =
        new Step("2", "3") {
          @Override
          void change(ObjectNode parcel) {
            parcel.put("brittle", false);
          }
        };

    assertThatThrownBy(() -> SECOND.read(TYPES, List.of(forgetful)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("without loss");
  }

  @Test
  void shapeThatChangedWithoutANewRevisionFails() {
    assertThatThrownBy(
            () ->
                new StoredSample(TYPE, "3", "{\"to\":\"ada\",\"grams\":3000}")
                    .read(TYPES, List.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("without loss");
  }

  private abstract static class Step extends SingleEventUpcaster {

    private final String from;
    private final String to;

    Step(String from, String to) {
      this.from = from;
      this.to = to;
    }

    abstract void change(ObjectNode parcel);

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().getName().equals(TYPE) && from.equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType(TYPE, to),
          ObjectNode.class,
          parcel -> {
            change(parcel);
            return parcel;
          });
    }
  }
}
