package dev.flagledger.query.dashboard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of invitations the dashboard shows. The side that handles them reads the same settings, with the same defaults.
 *
 * @param links whether users can join by invite links
 */
@ConfigurationProperties("flagledger.invite")
record ShownInvites(@DefaultValue("true") boolean links) {}
