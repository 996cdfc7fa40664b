package io.playledger.runtime.saga;

/**
 * An annotated saga class to be run by the processor {@code sagas.<name>}.
 *
 * @param name of the process
 * @param type class with {@code @SagaEventHandler} methods and a constructor without parameters
 */
public record SagaRegistration(String name, Class<?> type) {}
