package io.playledger.command.aggregate;

import org.axonframework.modelling.command.Repository;

/** Gives the repository of an aggregate type, for example {@code configuration::repository}. */
public interface Repositories {

  <T> Repository<T> of(Class<T> root);
}
