package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shares of options 1 and 2, which existed then, and 3, which is new. */
class FormerSharesTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FormerShares ALL = shares(Set.of(1, 2, 3));

    @Test
    void theSharesOfThenComeBack() {
        assertThat(ALL.wanted(setting(share(1, 40), share(2, 10)), setting(share(1, 5), share(2, 5))))
                .isEqualTo(setting(share(1, 40), share(2, 10)));
    }

    @Test
    void anOptionThatIsNewKeepsItsShareIfThereIsRoom() {
        var current = setting(share(3, 50));

        assertThat(ALL.wanted(setting(share(1, 40), share(2, 10)), current))
                .isEqualTo(setting(share(1, 40), share(2, 10), share(3, 50)));
        assertThat(ALL.wanted(setting(share(1, 40), share(2, 10.5)), current))
                .isEqualTo(setting(share(1, 40), share(2, 10.5), share(3, 0)));
    }

    @Test
    void anOptionThatIsGoneHasNoShare() {
        assertThat(shares(Set.of(2)).wanted(setting(share(1, 40), share(2, 10)), setting(share(2, 100))))
                .isEqualTo(setting(share(2, 10)));
    }

    @Test
    void onlyWhatDiffersIsChanged() {
        var former = setting(share(1, 40));
        var other = new Setting(true, FeatureValue.of("red"), List.of(share(1, 60)));

        assertThat(ALL.change(former, former).changesNothing()).isTrue();
        assertThat(ALL.change(former, other)).isEqualTo(new SettingChange(false, BLUE, List.of(share(1, 40))));
        assertThat(ALL.change(former, new Setting(false, BLUE, List.of(share(1, 60)))))
                .isEqualTo(new SettingChange(null, null, List.of(share(1, 40))));
        assertThat(ALL.change(former, new Setting(true, BLUE, former.variants())))
                .isEqualTo(SettingChange.toggle(false));
    }

    /** An option that is added anew brings default shares, which would otherwise stay. */
    @Test
    void sharesAreSetIfOptionsWillBeAdded() {
        var former = setting(share(1, 40));

        assertThat(new FormerShares(Set.of(1), Set.of(1), true).change(former, former))
                .isEqualTo(new SettingChange(null, null, List.of(share(1, 40))));
    }

    private static FormerShares shares(Set<Integer> now) {
        return new FormerShares(Set.of(1, 2), now, false);
    }

    private static Setting setting(Variant... shares) {
        return new Setting(false, BLUE, List.of(shares));
    }

    private static Variant share(int option, double percentage) {
        return new Variant(option + 100, option, percentage);
    }
}
