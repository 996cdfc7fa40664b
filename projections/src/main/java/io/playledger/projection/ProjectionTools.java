package io.playledger.projection;

import io.playledger.api.PersonalTexts;
import org.jooq.DSLContext;

/**
 * The tools of every projection.
 *
 * @param sql takes part in the transaction of the thread, whose {@code search_path} selects the
 *     tables; with {@link ReadModel#settings()}
 * @param texts reveals what persons wrote
 */
public record ProjectionTools(DSLContext sql, PersonalTexts texts) {}
