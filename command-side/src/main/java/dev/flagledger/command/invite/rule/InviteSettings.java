package dev.flagledger.command.invite.rule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on invitations.
 *
 * @param perMinute the number of requests to send invites that a node accepts from one user per minute; 0 for no limit
 * @param links whether users can join by invite links
 * @param required whether only the invited may register
 */
@ConfigurationProperties("flagledger.invite")
public record InviteSettings(
        @DefaultValue("10") int perMinute,
        @DefaultValue("true") boolean links,
        @DefaultValue("false") boolean required) {

    public InviteSettings {
        if (perMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_INVITE_PER_MINUTE must not be negative");
        }
    }
}
