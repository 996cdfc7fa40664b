package io.playledger.runtime.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.runtime.wiring.Registrations;
import java.util.List;
import java.util.Map;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

  record Sold(String item) {}

  /** Where the class above lies after a move. */
  static final class SubPackage {
    private SubPackage() {}

    record Sold(String item) {}
  }

  static final class Shelf {}

  record Overdue(String item) {}

  static final class Delivery {
    @DeadlineHandler(deadlineName = "overdue")
    void on(Overdue overdue) {}
  }

  private static Registrations registered(Map<String, Class<?>> messages) {
    return new Registrations(List.of(), List.of(), List.of(), messages);
  }

  @Test
  void messagesAggregatesSagasAndDeadlinesAreNamedByTheirRegistrations() {
    TypeNames names =
        Registrations.typeNames(
            List.of(
                registered(Map.of("shop.Sold", Sold.class)),
                new Registrations(
                    List.of(new AggregateRegistration("shop.Shelf", Shelf.class, 0)),
                    List.of(),
                    List.of(new SagaRegistration("delivery", Delivery.class)),
                    Map.of())));

    assertThat(names.nameOf(Sold.class)).isEqualTo("shop.Sold");
    assertThat(names.nameOf(Shelf.class)).isEqualTo("shop.Shelf");
    assertThat(names.nameOf(Delivery.class)).isEqualTo("sagas.delivery");
    assertThat(names.nameOf(Overdue.class)).isEqualTo("sagas.delivery.Overdue");
    assertThat(names.find("shop.Shelf")).contains(Shelf.class);
    assertThat(names.find(Shelf.class.getName())).isEmpty();
  }

  @Test
  void twoTypesWithOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                Registrations.typeNames(
                    List.of(
                        registered(Map.of("shop.Sold", Sold.class)),
                        registered(Map.of("shop.Sold", SubPackage.Sold.class)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are both to be stored as shop.Sold");
  }

  @Test
  void oneTypeWithTwoNamesIsRefused() {
    assertThatThrownBy(
            () -> registeredNames(Map.of("shop.Sold", Sold.class, "shop.Gone", Sold.class)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("It must have one name");
  }

  private static TypeNames registeredNames(Map<String, Class<?>> messages) {
    return Registrations.typeNames(List.of(registered(messages)));
  }

  @Test
  void classThatMovedToASubPackageReadsWhatItStoredBefore() {
    Serializer before = Serializers.ofMessages(registeredNames(Map.of("shop.Sold", Sold.class)));
    Serializer after =
        Serializers.ofMessages(registeredNames(Map.of("shop.Sold", SubPackage.Sold.class)));

    SerializedObject<String> stored = before.serialize(new Sold("lamp"), String.class);

    assertThat(stored.getType()).isEqualTo(new SimpleSerializedType("shop.Sold", null));
    assertThat(after.<String, Object>deserialize(stored)).isEqualTo(new SubPackage.Sold("lamp"));
  }

  @Test
  void unknownStateIsPassedOverAndNoClassOfOursIsLoadedByItsJavaName() {
    Serializer state = Serializers.ofState(registeredNames(Map.of()));

    assertThat(state.classForType(new SimpleSerializedType("shop.Shelf", null)))
        .isEqualTo(UnknownSerializedType.class);
    assertThat(state.classForType(new SimpleSerializedType(Shelf.class.getName(), null)))
        .isEqualTo(UnknownSerializedType.class);
  }

  @Test
  void tokensKeepTheClassNamesThatAxonNeeds() {
    Serializer state = Serializers.ofState(registeredNames(Map.of()));
    var token = new org.axonframework.eventhandling.GlobalSequenceTrackingToken(7);

    SerializedObject<String> stored = state.serialize(token, String.class);

    assertThat(stored.getType().getName()).isEqualTo(token.getClass().getName());
    assertThat(
            state.<String, Object>deserialize(
                new SimpleSerializedObject<>(stored.getData(), String.class, stored.getType())))
        .isEqualTo(token);
  }
}
