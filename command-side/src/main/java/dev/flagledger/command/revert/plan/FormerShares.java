package dev.flagledger.command.revert.plan;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leads settings back when a feature's options are not those of then.
 *
 * @param then ids of the options of then
 * @param now ids of the options that exist when the settings are changed
 * @param added whether some of these do not exist yet, so that defaults will get shares of them
 */
record FormerShares(Set<Integer> then, Set<Integer> now, boolean added) {

    private static final double ALL = 100;

    /** Returns the setting of then, with the current shares of options that are new since; 0 if there is no room. */
    Setting wanted(Setting former, Setting current) {
        var kept = former.variants().stream()
                .filter(share -> now.contains(share.optionId()))
                .toList();
        var later = current.variants().stream()
                .filter(share -> now.contains(share.optionId()) && !then.contains(share.optionId()))
                .toList();
        double sum = Stream.concat(kept.stream(), later.stream())
                .mapToDouble(Variant::percentage)
                .sum();
        var fitting =
                sum <= ALL ? later.stream() : later.stream().map(share -> new Variant(share.id(), share.optionId(), 0));
        return new Setting(
                former.enabled(),
                former.value(),
                Stream.concat(kept.stream(), fitting).toList());
    }

    /** Returns the change from the current setting to the one of then; it may change nothing. */
    SettingChange change(Setting former, Setting current) {
        var wanted = wanted(former, current);
        return new SettingChange(
                wanted.enabled() == current.enabled() ? null : wanted.enabled(),
                Objects.equals(wanted.value(), current.value()) ? null : wanted.value(),
                !added && wanted.variants().equals(current.variants()) ? null : wanted.variants());
    }
}
