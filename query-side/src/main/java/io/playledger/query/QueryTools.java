package io.playledger.query;

import io.playledger.api.PersonalTexts;
import org.jooq.DSLContext;

/**
 * What every handler of queries is made with.
 *
 * @param sql reads the tables that the connection's {@code search_path} names; renders no schema
 * @param texts reveals what persons wrote
 * @param decimals writes smallest units as decimal strings
 */
public record QueryTools(DSLContext sql, PersonalTexts texts, Decimals decimals) {}
