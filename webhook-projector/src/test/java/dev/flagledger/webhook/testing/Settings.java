package dev.flagledger.webhook.testing;

import dev.flagledger.webhook.DeliverySettings;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Creates settings from properties. */
public final class Settings {

    private Settings() {}

    /** The defaults with these {@code name=value} pairs. */
    public static DeliverySettings with(String... pairs) {
        var map = Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> "flagledger.webhook." + pair[0], pair -> (Object) pair[1]));
        return new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("flagledger.webhook", DeliverySettings.class);
    }
}
