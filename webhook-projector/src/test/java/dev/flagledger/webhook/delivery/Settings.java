package dev.flagledger.webhook.delivery;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator writes them. */
final class Settings {

    private Settings() {}

    /** The defaults, but for these {@code name=value} pairs. */
    static DeliverySettings with(String... pairs) {
        var map = Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> "flagledger.webhook." + pair[0], pair -> (Object) pair[1]));
        return new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("flagledger.webhook", DeliverySettings.class);
    }
}
