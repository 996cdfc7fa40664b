package io.playledger.runtime.command;

import java.util.function.Function;
import org.axonframework.config.Configuration;

/**
 * An object whose methods handle commands that span aggregates. It is made once Axon is configured,
 * so it can take repositories: {@code axon -> new TransferHandler(axon.repository(Wallet.class))}.
 *
 * @param factory makes the handler
 */
public record CommandHandlerRegistration(Function<Configuration, Object> factory) {}
