package dev.flagledger.command.scim;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.limit.MinuteLimit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The directories that change something, each on behalf of its organisation. */
@Component
@EnableConfigurationProperties(ScimSettings.class)
class Directories {

    private final MinuteLimit limit;

    Directories(ScimSettings settings) {
        this.limit = new MinuteLimit(settings.perMinute(), Ticker.systemTicker());
    }

    /**
     * Counts a change by the directory that sends the request.
     *
     * @throws dev.flagledger.contract.error.Throttled if it changes too much
     */
    void admit(CommandContext context) {
        limit.admit(Integer.toString(context.access().directed().id()));
    }
}
