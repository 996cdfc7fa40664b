package io.playledger.query;

import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.scale.Decimals;
import org.jooq.DSLContext;

/**
 * The tools of every query handler.
 *
 * @param sql reads the tables that the connection's {@code search_path} selects; renders no schema
 * @param texts reveals what persons wrote
 * @param decimals writes smallest units as decimal strings
 */
public record QueryTools(DSLContext sql, PersonalTexts texts, Decimals decimals) {}
