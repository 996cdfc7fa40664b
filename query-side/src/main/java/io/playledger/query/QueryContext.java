package io.playledger.query;

import java.util.List;

/**
 * The part of one context on the query side. The class is named {@code <prefix>Queries}, lies in
 * the context's package, has a public constructor that takes {@link QueryTools} and is found by
 * that name.
 */
public interface QueryContext {

  /** Objects with {@code @QueryHandler} methods; by default only this object. */
  default List<Object> handlers() {
    return List.of(this);
  }

  /** Every read table of the context, and which of its rows are about a person. */
  List<ReadTable> tables();
}
