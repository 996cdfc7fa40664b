package io.playledger.access.identity.following;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the updates of accounts from the log. */
@Configuration(proxyBeanMethods = false)
@Import({AccountFollowing.class, FollowedCommands.class, AccountRemains.class, ErasureTable.class})
class FollowingConfiguration {}
