package io.playledger.runtime.wiring;

import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.serialization.TypeNames;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The serializers, and the names of all that is registered. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

  /** A name that stands for two types fails the start. */
  @Bean
  TypeNames typeNames(ObjectProvider<Registrations> registrations) {
    return Registrations.typeNames(registrations.orderedStream().toList());
  }

  @Bean(Serializers.MESSAGES)
  @ConditionalOnMissingBean(name = Serializers.MESSAGES)
  Serializer eventSerializer(TypeNames names) {
    return Serializers.ofMessages(names);
  }

  @Bean(Serializers.STATE)
  @ConditionalOnMissingBean(name = Serializers.STATE)
  Serializer stateSerializer(TypeNames names) {
    return Serializers.ofState(names);
  }
}
