package io.playledger.verification.proof.control;

import io.playledger.postgres.PostgresDatabase;
import java.nio.file.Path;

/**
 * A copy of the company's database.
 *
 * @param data folder with the master key
 * @param journals what clients wrote down, up to now and from now on
 */
record Scene(PostgresDatabase database, Path data, Path journals) {}
