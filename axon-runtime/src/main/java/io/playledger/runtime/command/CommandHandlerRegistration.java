package io.playledger.runtime.command;

import java.util.function.Function;
import org.axonframework.config.Configuration;

/**
 * An object whose methods handle commands on several aggregates. It is created once Axon is
 * configured, so it can use repositories: {@code axon -> new
 * TransferHandler(axon.repository(Wallet.class))}.
 *
 * @param factory creates the handler
 */
public record CommandHandlerRegistration(Function<Configuration, Object> factory) {}
