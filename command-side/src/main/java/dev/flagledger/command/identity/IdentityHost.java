package dev.flagledger.command.identity;

import dev.flagledger.command.access.AccessHost;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What a node needs to take what applications say of identities: the identity itself and the table of rights, and nothing
 * else of the command side.
 */
@Configuration(proxyBeanMethods = false)
@Import({Identity.class, AccessHost.class})
public class IdentityHost {}
